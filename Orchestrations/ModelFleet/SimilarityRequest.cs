using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>Texts to be compared with a question, as a workflow asks it: which embedding model does it is the fleet's choice.</summary>
public sealed record SimilarityRequest
{
    /// <summary>The task's id in the catalogue, for example <c>embedding</c>.</summary>
    public required string Task { get; init; }

    /// <summary>What the texts are compared with; not blank.</summary>
    public required string Question { get; init; }

    /// <summary>The texts, any number of them. A blank one is like nothing: nobody is asked about it.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>When the answer is of no use any more, waiting included.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>How long each call may take between sending and the answer, in seconds, over all its attempts.</summary>
    public required double BudgetSeconds { get; init; }

    /// <summary>Who waits for the answer; null: as the catalogue says for the task.</summary>
    public CallClass? Class { get; init; }

    /// <summary>When the piece of work began to which the call belongs; null: now.</summary>
    public DateTimeOffset? WorkStamp { get; init; }
}
