namespace Workflows.Shared.Prompts.PullRequestReview;

/// <summary>A part of a prompt's data. In the prompt it has its name in lower case.</summary>
public enum ReviewSection
{
    /// <summary>The author's title.</summary>
    Title,

    /// <summary>The author's description.</summary>
    Description,

    /// <summary>P1's answer.</summary>
    Intent,

    /// <summary>The team's rules.</summary>
    Rules,

    /// <summary>One file.</summary>
    Diff,

    /// <summary>Several files.</summary>
    Files,

    /// <summary>Findings to judge or to merge.</summary>
    Findings,

    /// <summary>The report to summarise.</summary>
    Report,
}
