using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Workflows.Runtime.Host.Configuration;

/// <summary>Reads and checks the host's own settings.</summary>
internal static class HostOptionsReader
{
    public const string Section = "Workflows";

    // Read by the application, which has them on either host.
    private const string LogFormat = "LogFormat";
    private const string Otlp = "Otlp";
    private const string ClassLogs = "ClassLogs";

    private static readonly string[] Known =
    [
        nameof(EmbeddedHostOptions.DataFolder), nameof(EmbeddedHostOptions.Urls), nameof(EmbeddedHostOptions.ServeHttp), nameof(EmbeddedHostOptions.TimeScale),
        nameof(EmbeddedHostOptions.FullSync), nameof(EmbeddedHostOptions.DrainTimeout), nameof(EmbeddedHostOptions.KeepFinishedFor), nameof(EmbeddedHostOptions.ReplayEveryTurn), nameof(EmbeddedHostOptions.Keys),
        nameof(EmbeddedHostOptions.ResourceClasses), nameof(EmbeddedHostOptions.Monitor), LogFormat, Otlp, ClassLogs,
    ];

    public static EmbeddedHostOptions Read(IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(setting => !Known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new HostStartException($"{Section}:{unknown.Key} is no setting of the host. There are {string.Join(", ", Known)}.");
        }

        if (section[LogFormat] is { } format && !format.Equals("text", StringComparison.OrdinalIgnoreCase) && !format.Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            throw new HostStartException($"The setting {Section}:{LogFormat} is '{format}': it must be text or json.");
        }

        EmbeddedHostOptions options = new();
        options.DataFolder = section[nameof(options.DataFolder)] ?? options.DataFolder;
        options.Urls = section[nameof(options.Urls)] ?? options.Urls;
        options.ServeHttp = Flag(section, nameof(options.ServeHttp)) ?? options.ServeHttp;
        options.FullSync = Flag(section, nameof(options.FullSync)) ?? options.FullSync;
        options.ReplayEveryTurn = Flag(section, nameof(options.ReplayEveryTurn)) ?? options.ReplayEveryTurn;
        options.KeepFinishedFor = Time(section, nameof(options.KeepFinishedFor), "30.00:00:00 (30 days)");
        options.DrainTimeout = Time(section, nameof(options.DrainTimeout), "00:00:30 (30 seconds)") ?? options.DrainTimeout;

        IConfigurationSection monitor = section.GetSection(nameof(options.Monitor));
        if (monitor.Value is not null || monitor.GetChildren().Any(setting => !setting.Key.Equals(nameof(MonitorOptions.Enabled), StringComparison.OrdinalIgnoreCase)))
        {
            throw new HostStartException($"{Section}:{nameof(options.Monitor)} has one setting, {nameof(MonitorOptions.Enabled)}: true or false.");
        }

        options.Monitor.Enabled = Flag(monitor, nameof(MonitorOptions.Enabled)) ?? options.Monitor.Enabled;
        if (section[nameof(options.TimeScale)] is { } scale)
        {
            options.TimeScale = double.TryParse(scale, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : throw new HostStartException($"The setting {Section}:{nameof(options.TimeScale)} is '{scale}': it must be a number.");
        }

        foreach (IConfigurationSection key in section.GetSection(nameof(options.Keys)).GetChildren())
        {
            options.Keys[key.Key] = key.Value ?? string.Empty;
        }

        foreach (IConfigurationSection entry in section.GetSection(nameof(options.ResourceClasses)).GetChildren())
        {
            options.ResourceClasses[entry.Key] = int.TryParse(entry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int slots)
                ? slots
                : throw new HostStartException($"The setting {Section}:{nameof(options.ResourceClasses)}:{entry.Key} is '{entry.Value}': it must be a whole number, of activities at once.");
        }

        return options;
    }

    /// <exception cref="HostStartException">A value is out of its range, or an address is open to others without a key.</exception>
    public static void Validate(EmbeddedHostOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataFolder))
        {
            throw new HostStartException($"The setting {Section}:{nameof(options.DataFolder)} is empty: it must name a folder.");
        }

        if (!(options.TimeScale > 0 && options.TimeScale <= 100_000))
        {
            throw new HostStartException(string.Create(
                CultureInfo.InvariantCulture,
                $"The setting {Section}:{nameof(options.TimeScale)} is {options.TimeScale}: it must be above 0 and at most 100,000."));
        }

        if (options.KeepFinishedFor < TimeSpan.FromMinutes(1))
        {
            throw new HostStartException($"The setting {Section}:{nameof(options.KeepFinishedFor)} is {options.KeepFinishedFor}: it must be one minute at least.");
        }

        foreach ((string name, int slots) in options.ResourceClasses)
        {
            if (slots < 1)
            {
                throw new HostStartException($"The setting {Section}:{nameof(options.ResourceClasses)}:{name} is {slots}: a class has one activity at once at least.");
            }
        }

        if (options.DrainTimeout < TimeSpan.Zero || options.DrainTimeout > TimeSpan.FromHours(1))
        {
            throw new HostStartException($"The setting {Section}:{nameof(options.DrainTimeout)} is {options.DrainTimeout}: it must be from zero to one hour.");
        }

        foreach ((string name, string value) in options.Keys)
        {
            if (value.Length < 16)
            {
                throw new HostStartException($"The key {Section}:{nameof(options.Keys)}:{name} is too short: 16 characters at least.");
            }
        }

        if (options.Keys.GroupBy(key => key.Value, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1 && same.Any(key => key.Key.StartsWith("monitor_", StringComparison.OrdinalIgnoreCase))) is { } shared)
        {
            throw new HostStartException($"The keys {string.Join(" and ", shared.Select(key => $"{Section}:{nameof(options.Keys)}:{key.Key}"))} are the same: who has one would have the rights of the other.");
        }

        if (options.ServeHttp)
        {
            ValidateUrls(options);
        }
    }

    public static IReadOnlyList<BindingAddress> Addresses(EmbeddedHostOptions options) =>
        [.. options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse)];

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    private static void ValidateUrls(EmbeddedHostOptions options)
    {
        IReadOnlyList<BindingAddress> addresses = Addresses(options);
        if (addresses.Count == 0)
        {
            throw new HostStartException($"The setting {Section}:{nameof(options.Urls)} is empty: it must name an address such as http://127.0.0.1:7071.");
        }

        if (options.Keys.Count == 0 && addresses.FirstOrDefault(a => !IsLoopback(a.Host)) is { } open)
        {
            throw new HostStartException(
                $"{open} can be reached from other machines, and no keys are set: anyone there could run functions. "
                + $"Listen on a loopback address such as http://127.0.0.1:7071, or set keys, for example {Section}__{nameof(options.Keys)}___master in the environment.");
        }
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            BindingAddress address = BindingAddress.Parse(url);
            return address is { Scheme: "http", PathBase: "" or "/", IsUnixPipe: false, IsNamedPipe: false }
                ? address
                : throw new FormatException("only http://host:port is served; let a proxy in front end TLS");
        }
        catch (FormatException e)
        {
            throw new HostStartException($"The setting {Section}:{nameof(EmbeddedHostOptions.Urls)} holds '{url}', which is no address to listen on: {e.Message}.", e);
        }
    }

    private static TimeSpan? Time(IConfigurationSection section, string name, string example) => section[name] switch
    {
        null or "" => null,
        { } text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) => value,
        { } text => throw new HostStartException($"The setting {Section}:{name} is '{text}': it must be a time such as {example}."),
    };

    private static bool? Flag(IConfigurationSection section, string name) => section[name] switch
    {
        null => null,
        { } text when bool.TryParse(text, out bool value) => value,
        { } text => throw new HostStartException($"The setting {section.Path}:{name} is '{text}': it must be true or false."),
    };
}
