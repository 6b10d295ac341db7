using System.Globalization;
using Microsoft.Extensions.Configuration;
using Workflows.Runtime.Host;
using Workflows.Shared;
using Workflows.Shared.Logging;

namespace Workflows.Functions.Hosting;

/// <summary>The section <c>Workflows:ClassLogs</c>: the log files of the resource classes.</summary>
internal sealed class ClassLogOptions
{
    private const string Section = "Workflows:ClassLogs";
    private const string Off = "none";

    /// <summary>The folder; absent: <c>logs</c> in the data folder. <c>none</c>: no files.</summary>
    public string? Folder { get; set; }

    /// <summary>Size of a file, in megabytes; 1 to 1,000.</summary>
    public int? FileMegabytes { get; set; }

    /// <summary>Files of a class; 1 to 100.</summary>
    public int? Files { get; set; }

    /// <summary>Whether there are no files.</summary>
    public bool IsOff => Off.Equals(Folder, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="HostStartException">A setting cannot be used; the message names it.</exception>
    public static ClassLogOptions Read(IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(Section);
        List<string> faults = [];
        ConfigurationKeys.AddFaults(faults, section, typeof(ClassLogOptions));
        if (faults.Count > 0)
        {
            throw new HostStartException(string.Join(' ', faults));
        }

        ClassLogOptions options = section.Get<ClassLogOptions>() ?? new ClassLogOptions();
        Check(options.FileMegabytes, nameof(FileMegabytes), 1_000);
        Check(options.Files, nameof(Files), 100);
        return options;
    }

    /// <summary>The settings, the defaults filled in.</summary>
    /// <param name="dataFolder">The data folder.</param>
    public ClassLogSettings ToSettings(string dataFolder) => new()
    {
        Folder = string.IsNullOrWhiteSpace(Folder) ? Path.Combine(dataFolder, "logs") : Folder,
        FileBytes = FileMegabytes * ClassLogSettings.Megabyte ?? ClassLogSettings.DefaultFileBytes,
        Files = Files ?? ClassLogSettings.DefaultFiles,
    };

    private static void Check(int? value, string name, int most)
    {
        if (value is { } number && (number < 1 || number > most))
        {
            throw new HostStartException(string.Create(CultureInfo.InvariantCulture, $"{Section}:{name} must be between 1 and {most}."));
        }
    }
}
