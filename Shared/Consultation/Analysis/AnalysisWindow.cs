namespace Workflows.Shared.Consultation.Analysis;

/// <summary>One window of a conversation. Its text stands in the content store.</summary>
public sealed record AnalysisWindow
{
    /// <summary>The key of the user message that shows it, <see cref="ContentKeys.Window"/>.</summary>
    public required string ContentKey { get; init; }

    /// <summary>The message's tokens by <see cref="Models.TokenEstimate"/>.</summary>
    public required int Tokens { get; init; }
}
