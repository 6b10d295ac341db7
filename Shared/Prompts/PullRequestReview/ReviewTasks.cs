namespace Workflows.Shared.Prompts.PullRequestReview;

/// <summary>The ids of the review's tasks. Requirement R1.</summary>
public static class ReviewTasks
{
    /// <summary>Refine the description.</summary>
    public const string P1 = "P1";

    /// <summary>Does the file do what the pull request intends.</summary>
    public const string F1 = "F1";

    /// <summary>Surface errors.</summary>
    public const string F2 = "F2";

    /// <summary>Logic bugs, with reasoning step by step.</summary>
    public const string F3 = "F3";

    /// <summary>The team's own rules.</summary>
    public const string F4 = "F4";

    /// <summary>Synthesis of one file's findings.</summary>
    public const string F5 = "F5";

    /// <summary>What only shows across files.</summary>
    public const string F6 = "F6";

    /// <summary>Are the findings' descriptions accurate.</summary>
    public const string V1 = "V1";

    /// <summary>Do the findings sit where the trouble is.</summary>
    public const string V2 = "V2";

    /// <summary>Would the suggestions work.</summary>
    public const string V3 = "V3";

    /// <summary>Do the things the findings name exist.</summary>
    public const string V4 = "V4";

    /// <summary>Summary of the review.</summary>
    public const string P2 = "P2";
}
