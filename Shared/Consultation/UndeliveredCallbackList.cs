namespace Workflows.Shared.Consultation;

/// <summary>What the list of undelivered callbacks answers.</summary>
public sealed record UndeliveredCallbackList
{
    /// <summary>The callbacks, the longest undelivered first.</summary>
    public required IReadOnlyList<UndeliveredCallbackView> Callbacks { get; init; }
}
