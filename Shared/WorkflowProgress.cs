namespace Workflows.Shared;

/// <summary>How far a run has come: the custom status of every workflow's orchestration, and <c>progress</c> over HTTP.</summary>
public sealed record WorkflowProgress
{
    /// <summary>Steps done.</summary>
    public int Completed { get; init; }

    /// <summary>Steps in all; it may grow while the run learns what there is to do.</summary>
    public int Total { get; init; }

    /// <summary>From 0 to 100.</summary>
    public int Percent => Total <= 0 ? 0 : (int)(100L * Math.Min(Completed, Total) / Total);

    /// <summary>What goes on, for people; without anything of the content.</summary>
    public string Message { get; init; } = "";
}
