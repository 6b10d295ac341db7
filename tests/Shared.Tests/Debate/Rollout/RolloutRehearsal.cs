using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Tests.Debate.Rollout;

/// <summary>A rollout whose traffic and whose clock are the test's.</summary>
internal sealed class RolloutRehearsal(int seed = 1, RolloutOptions? options = null)
{
    private readonly Random _random = new(seed);
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private int _debates;

    public RolloutState State { get; } = new();

    public RolloutOptions Options { get; } = options ?? new RolloutOptions();

    public RolloutRules Rules => new(State, Options, _now);

    /// <summary>The rates at which gates pass, and how long debates take on average.</summary>
    public (double Parallel, double Sequential) Passing { get; set; } = (0.95, 0.95);

    public (double Parallel, double Sequential) Seconds { get; set; } = (25, 29.5);

    public IEnumerable<string> Events => State.History.Select(happened => FormattableString.Invariant($"{happened.Event} {happened.Share}"));

    public static RolloutRehearsal Begun(int seed = 1, RolloutOptions? options = null)
    {
        RolloutRehearsal rehearsal = new(seed, options);
        rehearsal.Rules.Begin("It began.");
        return rehearsal;
    }

    /// <summary>Lets debates come and end, until the status or the stage changes.</summary>
    /// <returns>How many there were.</returns>
    public int Run(int most)
    {
        (RolloutStatus? status, int stage) = (State.Status, State.Stage);
        for (int i = 1; i <= most; i++)
        {
            RolloutChoice choice = Rules.Choose(new RolloutAsk($"debate {seed} {_debates++}", 3));
            bool parallel = choice.Mode == DebateMode.Parallel;
            double seconds = (parallel ? Seconds.Parallel : Seconds.Sequential) * (0.8 + (0.4 * _random.NextDouble()));
            if (choice.Round is { } round)
            {
                Rules.Observe(new RolloutOutcome(round, choice.Mode, _random.NextDouble() < (parallel ? Passing.Parallel : Passing.Sequential), seconds));
            }

            if ((State.Status, State.Stage) != (status, stage))
            {
                return i;
            }
        }

        return most;
    }

    /// <summary>Has the stage's timer come.</summary>
    public void TimeUp()
    {
        _now += TimeSpan.FromHours(Options.WatchHours);
        Rules.StageEnd(State.Generation);
    }
}
