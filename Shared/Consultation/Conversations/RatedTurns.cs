namespace Workflows.Shared.Consultation.Conversations;

/// <summary>The turns of a conversation, each rated once.</summary>
internal sealed class RatedTurns
{
    private readonly double[] _requests;
    private readonly double[] _outcomes;

    /// <summary>Rates them.</summary>
    public RatedTurns(IReadOnlyList<Turn> turns)
    {
        Turns = turns;
        _requests = [.. turns.Select((turn, index) => TurnCues.Request(turn, Place(index)))];
        _outcomes = [.. turns.Select((turn, index) => TurnCues.Outcome(turn, Place(index)))];
    }

    /// <summary>The turns, in order.</summary>
    public IReadOnlyList<Turn> Turns { get; }

    /// <summary>The turn that tells best what was wanted; of several the first. There must be one.</summary>
    public int Request => Best(_requests);

    /// <summary>The turn that tells best how it ended; of several the first. There must be one.</summary>
    public int Outcome => Best(_outcomes);

    /// <summary>All, those first that tell most of either.</summary>
    public IEnumerable<int> ByWorth() =>
        Enumerable.Range(0, Turns.Count).OrderByDescending(index => Math.Max(_requests[index], _outcomes[index])).ThenBy(index => index);

    private static int Best(double[] rates) => Array.IndexOf(rates, rates.Max());

    private double Place(int index) => Turns.Count == 1 ? 0.5 : (double)index / (Turns.Count - 1);
}
