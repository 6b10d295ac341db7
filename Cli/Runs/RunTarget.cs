using System.Globalization;
using Workflows.Cli.Commands;

namespace Workflows.Cli.Runs;

/// <summary>Where runs live: in a data folder, worked on by this process, or on a server.</summary>
internal sealed record RunTarget
{
    /// <summary>The data folder, as it was named.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The server, its address ending with a slash; null: this process.</summary>
    public Uri? Server { get; init; }

    /// <summary>How many times faster time runs.</summary>
    public double? TimeScale { get; init; }

    /// <summary>True to show the host's log.</summary>
    public bool Verbose { get; init; }

    /// <summary>The place, in words.</summary>
    public string Where => Server is null ? $"in {DataFolder}" : $"on {Server}";

    /// <summary>The options that name this place on a command line, each with a blank before it.</summary>
    public string Options => Server is not null ? $" --server {Quoted(Server.AbsoluteUri)}"
        : DataFolder == TargetOptions.DefaultFolder ? ""
        : $" --data {Quoted(DataFolder)}";

    /// <summary><see cref="Options"/>, and what else a run that goes on should be given.</summary>
    public string RunOptions => TimeScale is { } scale ? string.Create(CultureInfo.InvariantCulture, $"{Options} --time-scale {scale}") : Options;

    private static string Quoted(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '%') ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
