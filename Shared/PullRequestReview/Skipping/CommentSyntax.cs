namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>How a language writes comments, and what makes it unsure whether a line is one.</summary>
internal sealed record CommentSyntax
{
    /// <summary>Marks that make the rest of a line a comment.</summary>
    public string[] Lines { get; init; } = [];

    /// <summary>Such marks that count only at the very start of a line.</summary>
    public string[] FirstColumnLines { get; init; } = [];

    /// <summary>Comments with a beginning and an end.</summary>
    public CommentBlock[] Blocks { get; init; } = [];

    /// <summary>True when a line mark must be followed by a blank or the line's end.</summary>
    public bool MarkNeedsBlank { get; init; }

    /// <summary>True when a line mark followed by a symbol is an operator.</summary>
    public bool MarkMakesOperators { get; init; }

    /// <summary>Delimiters of strings that run over lines; an odd number on a line leaves the lines around it uncertain.</summary>
    public string[] LongStrings { get; init; } = [];

    /// <summary>Marks that leave all lines around uncertain wherever they stand.</summary>
    public string[] Unsure { get; init; } = [];

    /// <summary>Quotation marks that may be left open at a line's end.</summary>
    public string Quotes { get; init; } = "\"";

    /// <summary>All marks with which a line of comment can begin.</summary>
    public IEnumerable<string> AllStarts =>
        Lines.Concat(FirstColumnLines).Concat(Blocks.Select(block => block.Open)).Concat(Blocks.Any(block => block.Open == "/*") ? ["*"] : []);
}
