using System.CommandLine;

namespace Workflows.Cli.Commands;

/// <summary>The form in which <c>status</c> and <c>list</c> answer.</summary>
internal static class ListingFormat
{
    /// <summary>The option.</summary>
    public static Option<string?> Option() => new("--format") { Description = "text (default) or json.", HelpName = "FORMAT" };

    /// <summary>Whether JSON is wanted.</summary>
    /// <exception cref="CliException">It is neither form.</exception>
    public static bool IsJson(string? format) => format?.ToLowerInvariant() switch
    {
        null or "text" => false,
        "json" => true,
        _ => throw CliException.BadUsage($"--format: '{format}' is neither text nor json"),
    };
}
