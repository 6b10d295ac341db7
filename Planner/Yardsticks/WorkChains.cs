namespace Workflows.Planner.Yardsticks;

/// <summary>What must go before and after each call within its piece of work, at each call's faster pool.</summary>
internal sealed class WorkChains
{
    private readonly Dictionary<string, List<(int Stage, double Seconds)>> _pieces;

    public WorkChains(IEnumerable<WorkCall> calls) => _pieces = calls
        .GroupBy(call => call.Work)
        .ToDictionary(piece => piece.Key, piece => piece.GroupBy(call => call.Stage).Select(stage => (stage.Key, stage.Max(call => call.Least))).ToList());

    /// <summary>The longest piece.</summary>
    public double Longest => _pieces.Values.Select(stages => stages.Sum(stage => stage.Seconds)).DefaultIfEmpty().Max();

    public double Head(WorkCall call) => _pieces[call.Work].Where(stage => stage.Stage < call.Stage).Sum(stage => stage.Seconds);

    public double Tail(WorkCall call) => _pieces[call.Work].Where(stage => stage.Stage > call.Stage).Sum(stage => stage.Seconds);
}
