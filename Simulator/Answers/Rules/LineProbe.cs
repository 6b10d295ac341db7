using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>A line of a file's diff, as the rules look at it.</summary>
/// <param name="File">The file.</param>
/// <param name="Index">The line's place among the shown lines.</param>
internal sealed record LineProbe(ShownFile File, int Index)
{
    /// <summary>The line itself.</summary>
    public ShownLine Line { get; } = File.Lines[Index];

    /// <summary>The line as it stands, white space trimmed.</summary>
    public string Text => Line.Trimmed;

    /// <summary>The line without its strings' contents and comments.</summary>
    public string Code => Line.Code;

    /// <summary>The file's language.</summary>
    public Language Language => File.Language;

    /// <summary>Names of the line in backticks, for messages.</summary>
    public string Names => Identifiers.Quoted(Line);

    /// <summary>Whether the file is a test by its path.</summary>
    public bool InTest => File.Path.Contains("test", StringComparison.OrdinalIgnoreCase) || File.Path.Contains("spec", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the language is one of these.</summary>
    public bool Is(params ReadOnlySpan<Language> languages) => languages.Contains(Language);
}
