namespace Workflows.Simulator.Models;

/// <summary>How often one request came to a model.</summary>
public sealed record CallCount
{
    /// <summary>The task named in the prompt, or the kind of call where there is none.</summary>
    public required string Task { get; init; }

    /// <summary>The request's digest, see <see cref="Protocol.RequestDigest"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>How often it was accepted.</summary>
    public int Count { get; init; }

    /// <summary>How often it arrived, whether accepted or not.</summary>
    public int Seen { get; init; }

    /// <summary>How often it was answered in full.</summary>
    public int Completed { get; init; }
}
