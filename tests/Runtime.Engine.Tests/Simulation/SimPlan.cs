namespace Workflows.Runtime.Engine.Simulation;

/// <summary>A whole generated run: what clients do and the settings of the engine, all from one seed.</summary>
internal sealed class SimPlan
{
    private static readonly SimStepKind[] Parallel =
        [SimStepKind.Activity, SimStepKind.Timer, SimStepKind.Call, SimStepKind.Child, SimStepKind.Event, SimStepKind.FailingActivity, SimStepKind.LargeResult];

    private readonly Random _random;
    private readonly List<SimCommand> _commands = [];
    private int _keys;

    public SimPlan(int seed)
    {
        _random = new Random(seed);
        int roots = _random.Next(1, 4);
        for (int i = 0; i < roots; i++)
        {
            string id = $"root{i}";
            SimScript script = Script(id, id, depth: 0);
            TimeSpan start = TimeSpan.FromSeconds(_random.Next(0, 5));
            _commands.Add(new SimCommand(start, id, "start", script));
            Raise(script, start);
            if (_random.Next(4) == 0)
            {
                TimeSpan pause = start + TimeSpan.FromSeconds(_random.Next(0, 20));
                _commands.Add(new SimCommand(pause, id, "suspend"));
                _commands.Add(new SimCommand(pause + TimeSpan.FromSeconds(_random.Next(1, 30)), id, "resume"));
            }
        }

        Commands = [.. _commands.OrderBy(c => c.At)];
        MaxResident = Pick(1, 3, 20_000);
        MaxActivities = Pick(1, 4, 64);
    }

    public IReadOnlyList<SimCommand> Commands { get; }

    public int MaxResident { get; }

    public int MaxActivities { get; }

    public IEnumerable<string> Roots => Commands.Where(c => c.Verb == "start").Select(c => c.Instance);

    private int Pick(params int[] values) => values[_random.Next(values.Length)];

    // Only scripts of roots wait for events: clients know no other ids.
    private SimScript Script(string key, string? root, int depth)
    {
        int count = _random.Next(1, depth == 0 ? 7 : 4);
        SimStepKind[] kinds = Enum.GetValues<SimStepKind>();
        SimStep[] steps = [.. Enumerable.Range(0, count).Select(_ => Step(kinds, root, depth))];
        return new SimScript(key, steps, _random.Next(5) == 0 ? _random.Next(2, 4) : 1, Fails: false);
    }

    private SimStep Step(SimStepKind[] kinds, string? root, int depth)
    {
        SimStepKind kind = kinds[_random.Next(kinds.Length)];
        if ((kind is SimStepKind.Child or SimStepKind.FailingChild && depth >= 2) || (kind == SimStepKind.Event && root is null))
        {
            kind = SimStepKind.Activity;
        }

        string key = $"k{_keys++}";
        SimStep[] steps = kind switch
        {
            SimStepKind.FanOut => [.. Enumerable.Range(0, _random.Next(1, 12)).Select(_ => Step(Parallel, root, depth + 1))],
            SimStepKind.Child or SimStepKind.FailingChild => [.. Script(key, null, depth + 1).Steps],
            _ => [],
        };
        return new SimStep(kind, key, _random.Next(1, 10), steps);
    }

    private void Raise(SimScript script, TimeSpan start)
    {
        IEnumerable<SimStep> waits = script.Steps.Concat(script.Steps.Where(s => s.Kind == SimStepKind.FanOut).SelectMany(s => s.Steps))
            .Where(s => s.Kind == SimStepKind.Event);
        foreach (SimStep wait in waits.ToList())
        {
            for (int round = 0; round < script.Rounds; round++)
            {
                _commands.Add(new SimCommand(start + TimeSpan.FromSeconds(_random.Next(0, 25)), script.Key, "raise", $"{wait.Key}-{round}"));
            }
        }
    }
}
