using System.CommandLine;
using System.Globalization;
using Workflows.Cli.Hosting;
using Workflows.Cli.Runs;

namespace Workflows.Cli.Commands;

/// <summary>The options that say where runs live.</summary>
internal sealed class TargetOptions
{
    /// <summary>The folder of the data file when none is named.</summary>
    public const string DefaultFolder = ".workflows";

    private const double MaxTimeScale = 100_000;

    /// <summary>The data folder.</summary>
    public Option<string?> Data { get; } = new("--data") { Description = $"Folder of the data file. Default: {DefaultFolder} in the current folder.", HelpName = "DIR" };

    /// <summary>The server.</summary>
    public Option<string?> Server { get; } = new("--server")
    {
        Description = $"Let a running server do it, instead of this process. Its key, if it wants one, is taken from {RemoteReviewRuns.KeyVariable}.", HelpName = "URL",
    };

    /// <summary>How fast time runs.</summary>
    public Option<string?> TimeScale { get; } = new("--time-scale") { Description = "Run time N times faster, for trials with the simulator.", HelpName = "N" };

    /// <summary>How much the host tells.</summary>
    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Show the host's log on standard error." };

    /// <summary>The place of the runs that a command line names.</summary>
    /// <exception cref="CliException">An option cannot be used.</exception>
    public RunTarget Read(ParseResult parsed)
    {
        string? data = parsed.GetValue(Data);
        string? server = parsed.GetValue(Server);
        string? scale = parsed.GetValue(TimeScale);
        if (server is null)
        {
            return new RunTarget { DataFolder = Folder(data), TimeScale = ReadScale(scale), Verbose = parsed.GetValue(Verbose) };
        }

        return data is null && scale is null
            ? new RunTarget { DataFolder = DefaultFolder, Server = ReadServer(server) }
            : throw CliException.BadUsage("--data and --time-scale belong to a run in this process; leave them out with --server");
    }

    /// <summary>The host that a command line names, for commands that run in this process alone.</summary>
    /// <exception cref="CliException">An option cannot be used.</exception>
    public HostSettings ReadLocal(ParseResult parsed) => new()
    {
        DataFolder = Folder(parsed.GetValue(Data)),
        TimeScale = ReadScale(parsed.GetValue(TimeScale)),
        Verbose = parsed.GetValue(Verbose),
    };

    /// <summary>A data folder's name that can be used.</summary>
    /// <exception cref="CliException">It is blank.</exception>
    public static string Folder(string? data) => data is null ? DefaultFolder
        : string.IsNullOrWhiteSpace(data) ? throw CliException.BadUsage("--data: name a folder")
        : data;

    /// <summary>A time scale.</summary>
    /// <exception cref="CliException">It is no number in the range.</exception>
    public static double? ReadScale(string? text) => text is null ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double scale) && scale is > 0 and <= MaxTimeScale ? scale
        : throw CliException.BadUsage($"--time-scale: '{text}' is not a number above 0 and up to {MaxTimeScale:N0}");

    private static Uri ReadServer(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.Host.Length == 0)
        {
            throw CliException.BadUsage($"--server: '{text}' is not an http or https address, such as http://127.0.0.1:7071");
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw CliException.BadUsage("--server: give the address alone, without user, query or fragment");
        }

        return uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");
    }
}
