namespace Workflows.Shared.Consultation.Analysis;

/// <summary>How long the parts of an analysis may be, in characters, and how many keywords it has: what prompts ask for, schemas enforce and answers are cut to.</summary>
internal static class AnalysisBounds
{
    /// <summary>A part of the summary.</summary>
    public const int LongestPart = 300;

    /// <summary>A part of the summary is no statement below this.</summary>
    public const int ShortestPart = 4;

    /// <summary>A keyword.</summary>
    public const int LongestKeyword = 30;

    /// <summary>The fewest keywords of a good analysis.</summary>
    public const int FewestKeywords = 3;

    /// <summary>The most keywords.</summary>
    public const int MostKeywords = 10;

    /// <summary>The most keywords of a keyword title.</summary>
    public const int MostInTitle = 5;

    /// <summary>How many keywords make the keyword title where the model's own cannot be used.</summary>
    public const int UsualInTitle = 3;

    /// <summary>The keyword title.</summary>
    public const int LongestKeywordTitle = 80;

    /// <summary>The descriptive title.</summary>
    public const int LongestDescriptiveTitle = 100;

    /// <summary>A title is none below this.</summary>
    public const int ShortestTitle = 3;
}
