namespace Workflows.Cli.Runs;

/// <summary>Ids that a person typed.</summary>
internal static class RunIds
{
    private const int MaxLength = 100;

    /// <summary>The id, when it can be one.</summary>
    /// <exception cref="CliException">It cannot.</exception>
    public static string Check(string id) =>
        id.Length is > 0 and <= MaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? id
            : throw CliException.BadUsage($"'{id}' is no run's id: those have 1 to {MaxLength} letters, digits, '-' or '_'; see: workflows list");

    /// <summary>There is no such run.</summary>
    public static CliException Unknown(string id, RunTarget target) => CliException.BadUsage($"there is no run {id} {target.Where}; see: workflows list{target.Options}");
}
