namespace Workflows.Shared.Interview;

/// <summary>A report to be completed with what was said.</summary>
public sealed record ReportWork
{
    /// <summary>The interview's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The report without answers.</summary>
    public required InterviewReport Report { get; init; }

    /// <summary>Where the answers stand.</summary>
    public required IReadOnlyList<TurnReference> Turns { get; init; }
}
