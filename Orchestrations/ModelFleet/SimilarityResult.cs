using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>How a comparison of texts ended, and what it took.</summary>
public sealed record SimilarityResult
{
    /// <summary><see cref="ModelCallStatus.Answered"/> when all calls were; else how the first ended that was not.</summary>
    public required ModelCallStatus Status { get; init; }

    /// <summary>The cosine similarity of each text to the question, from 0 to 1, in the texts' order; null unless <see cref="ModelCallStatus.Answered"/>.</summary>
    public IReadOnlyList<double>? Similarities { get; init; }

    /// <summary>Why there are none.</summary>
    public string? Error { get; init; }

    /// <summary>The calls that were made; none when every text is blank.</summary>
    public IReadOnlyList<ModelCallResult> Calls { get; init; } = [];

    /// <summary>True when the simulator took part.</summary>
    public bool Simulated => Calls.Any(call => call.Simulated);
}
