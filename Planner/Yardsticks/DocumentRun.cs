namespace Workflows.Planner.Yardsticks;

/// <summary>One simulation of <see cref="DocumentAlgorithm"/>.</summary>
internal sealed class DocumentRun
{
    private const double FirstAverage = 100;
    private const double Window = 60;

    private readonly Workload _work;
    private readonly bool _asWritten;
    private readonly PriorityQueue<(WorkCall Call, bool OnPrimary), (double Time, int Order)> _ends = new();
    private readonly Queue<WorkCall> _waiting = new();
    private readonly Queue<double> _admitted = new();
    private readonly Side _primary = new();
    private readonly Side _secondary = new();
    private double _now;
    private double _lastAdmission;
    private int _running;
    private int _order;

    public DocumentRun(Workload work, bool asWritten)
    {
        _work = work;
        _asWritten = asWritten;
    }

    public double Run()
    {
        // A review's files are pieces with several stages; what looks across them is a piece of one.
        ILookup<bool, IGrouping<string, WorkCall>> pieces = _work.Middle.GroupBy(call => call.Work).ToLookup(piece => piece.Any(call => call.Stage > 0));
        foreach (WorkCall call in _work.First)
        {
            RunPieces([[call]]);
        }

        RunPieces(pieces[true]);
        RunPieces(pieces[false]);
        foreach (WorkCall call in _work.Last)
        {
            RunPieces([[call]]);
        }

        return _now;
    }

    private void RunPieces(IEnumerable<IEnumerable<WorkCall>> pieces)
    {
        Dictionary<WorkCall, Piece> owners = new(ReferenceEqualityComparer.Instance);
        foreach (IEnumerable<WorkCall> calls in pieces)
        {
            Piece piece = new(calls);
            foreach (WorkCall call in calls)
            {
                owners.Add(call, piece);
            }

            piece.NextStage().ForEach(Submit);
        }

        while (_ends.TryDequeue(out (WorkCall Call, bool OnPrimary) end, out (double Time, int Order) at))
        {
            _now = at.Time;
            End(end.Call, end.OnPrimary);
            if (owners[end.Call].HasEnded())
            {
                owners[end.Call].NextStage().ForEach(Submit);
            }
        }
    }

    private void Submit(WorkCall call)
    {
        if (GoesToPrimary(call))
        {
            _primary.Pending++;
            _waiting.Enqueue(call);
            StartWaiting();
            return;
        }

        _secondary.Pending++;
        double start = Math.Max(_now, _lastAdmission);
        if (_work.Secondary.CallsPerMinute is { } calls)
        {
            start = _admitted.Count == calls ? Math.Max(start, _admitted.Dequeue() + Window) : start;
            _admitted.Enqueue(start);
        }

        _lastAdmission = start;
        _ends.Enqueue((call, false), (start + call.Secondary, _order++));
    }

    private void StartWaiting()
    {
        while (_running < _work.Primary.MaxConcurrent && _waiting.TryDequeue(out WorkCall? call))
        {
            _running++;
            _ends.Enqueue((call, true), (_now + call.Primary, _order++));
        }
    }

    private void End(WorkCall call, bool onPrimary)
    {
        Side side = onPrimary ? _primary : _secondary;
        side.Pending--;
        side.Ended++;
        side.Sum += onPrimary ? call.Primary : call.Secondary;
        if (onPrimary)
        {
            _running--;
            StartWaiting();
        }
    }

    private bool GoesToPrimary(WorkCall call)
    {
        if (!call.OnSecondary || (!_asWritten && !call.OnPrimary))
        {
            return !call.OnSecondary;
        }

        double primary = _primary.Pending * Average(_primary) / _work.Primary.MaxConcurrent;
        return primary < _secondary.Pending * Average(_secondary);
    }

    private double Average(Side side) => _asWritten || side.Ended == 0 ? FirstAverage : side.Sum / side.Ended;

    private sealed class Side
    {
        public int Pending { get; set; }

        public int Ended { get; set; }

        public double Sum { get; set; }
    }

    private sealed class Piece(IEnumerable<WorkCall> calls)
    {
        private readonly Queue<List<WorkCall>> _stages = new(calls.GroupBy(call => call.Stage).OrderBy(stage => stage.Key).Select(stage => stage.ToList()));
        private int _open;

        public List<WorkCall> NextStage()
        {
            List<WorkCall> next = _stages.Count > 0 ? _stages.Dequeue() : [];
            _open = next.Count;
            return next;
        }

        public bool HasEnded() => --_open == 0;
    }
}
