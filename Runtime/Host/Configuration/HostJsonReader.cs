using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Host.Configuration;

/// <summary>Reads values of a part of host.json and names those that cannot be used.</summary>
/// <param name="configuration">The configuration; host.json lies in a section of it.</param>
/// <param name="part">The part, with a dot at its end.</param>
internal sealed class HostJsonReader(IConfiguration configuration, string part)
{
    private readonly string _section = $"{HostConfiguration.HostJsonSection}:{part.Replace('.', ':')}";

    /// <summary>The value; null when it is absent or empty.</summary>
    public string? Text(string name) => configuration[_section + name] is { Length: > 0 } text ? text : null;

    /// <summary>The value; null when it is absent.</summary>
    public string? Raw(string name) => configuration[_section + name];

    public IEnumerable<IConfigurationSection> Children(string name) => configuration.GetSection(_section + name).GetChildren();

    /// <exception cref="HostStartException">It is no such number.</exception>
    public int? Count(string name, int least, int most = int.MaxValue) => Text(name) switch
    {
        null => null,
        { } text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most => value,
        { } text => throw Fault(name, text, most == int.MaxValue ? $"a whole number of at least {least}" : $"a whole number from {least} to {most}"),
    };

    /// <exception cref="HostStartException">It is no such time span.</exception>
    public TimeSpan? Time(string name, TimeSpan least, TimeSpan most) => Text(name) switch
    {
        null => null,
        { } text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) && value >= least && value <= most => value,
        { } text => throw Fault(name, text, $"a time span from {least} to {most}"),
    };

    /// <exception cref="HostStartException">It is neither true nor false.</exception>
    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        { } text when bool.TryParse(text, out bool value) => value,
        { } text => throw Fault(name, text, "true or false"),
    };

    /// <exception cref="HostStartException">A level of logging is none.</exception>
    public void CheckLogLevels()
    {
        foreach (IConfigurationSection level in Children("logging:logLevel").Where(level => !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _)))
        {
            throw Fault($"logging.logLevel.{level.Key}", level.Value ?? string.Empty, $"one of {string.Join(", ", Enum.GetNames<LogLevel>())}");
        }
    }

    public HostStartException Fault(string name, string value, string expected) => new($"host.json: {part}{name} is '{value}': it must be {expected}.");
}
