namespace Workflows.Shared.PullRequestReview.Reports;

/// <summary>The forms in which a report can be written. Requirement R9.</summary>
public enum ReviewReportFormat
{
    /// <summary>Plain text for a terminal.</summary>
    Text,

    /// <summary>Markdown, fit for a comment on the pull request.</summary>
    Markdown,

    /// <summary>The JSON of <see cref="ReviewJson"/>.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code-scanning services.</summary>
    Sarif,
}
