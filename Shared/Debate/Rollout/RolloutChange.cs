namespace Workflows.Shared.Debate.Rollout;

/// <summary>What an operator wants of the rollout.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Reason">Why; as it came.</param>
public sealed record RolloutChange(RolloutOperation Operation, string Reason)
{
    /// <summary>The operations' words, in the order in which help names them.</summary>
    public static IReadOnlyList<string> Words { get; } = ["pause", "resume", "advance", "roll-back"];

    /// <summary>The change that a word asks for; null: there is no such operation.</summary>
    /// <param name="word">One of <see cref="Words"/>.</param>
    /// <param name="reason">Why; null or blank: the operator did not say.</param>
    public static RolloutChange? Of(string word, string? reason)
    {
        RolloutOperation? operation = word switch
        {
            "pause" => RolloutOperation.Pause,
            "resume" => RolloutOperation.Resume,
            "advance" => RolloutOperation.Advance,
            "roll-back" => RolloutOperation.RollBack,
            _ => null,
        };
        return operation is { } known ? new RolloutChange(known, string.IsNullOrWhiteSpace(reason) ? "An operator wanted it." : reason) : null;
    }
}
