using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Shared.Debate.Rollout;

/// <summary>
/// How the rollout goes. A stage ends when it was watched for its time and <see cref="RolloutOptions.MinCount"/> debates of each arm that runs have ended; when parallel is shown to be worse, all is
/// sequential until an operator resumes. Half of <see cref="RolloutOptions.Alpha"/> is for the stages with two arms, half for what comes after them. Once done, parallel is still watched.
/// </summary>
/// <param name="state">Changed.</param>
/// <param name="options">The settings; valid.</param>
/// <param name="now">The time.</param>
public sealed class RolloutRules(RolloutState state, RolloutOptions options, DateTimeOffset now)
{
    /// <summary>What is kept of a reason, in characters.</summary>
    public const int LongestReason = 200;

    // Partners that ended long before each other would hold an outage of both arms against the one whose outcomes do not wait.
    private const int MostUnpaired = 1;
    private const int MostSeconds = 200;
    private const int LongestHistory = 200;

    /// <summary>The share of the eligible debates that runs in parallel now, in percent.</summary>
    public int Share => state.Status switch
    {
        null or RolloutStatus.RolledBack => 0,
        RolloutStatus.Done => 100,
        _ => Shares[state.Stage],
    };

    /// <summary>The shares of the round, stage by stage, in percent; before the first, those that are configured.</summary>
    public IReadOnlyList<int> Shares => state.Shares.Count > 0 ? state.Shares : options.Shares;

    /// <summary>Where a debate's draw falls, from 0 to 9,999: below a hundred times the share it runs in parallel, so that what runs so at one stage does at all later ones.</summary>
    /// <param name="debateId">The debate.</param>
    public static int Draw(string debateId) => (int)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"rollout:{debateId}"))) % 10_000);

    /// <summary>How a debate is to run. The same debate gets the same answer while the stage lasts.</summary>
    /// <param name="ask">The debate.</param>
    public RolloutChoice Choose(RolloutAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (ask.Complexity >= options.ComplexityBelow)
        {
            return new RolloutChoice(DebateMode.Sequential, FormattableString.Invariant($"Its complexity {ask.Complexity} is not below {options.ComplexityBelow}."), null);
        }

        if (state.Status is null or RolloutStatus.RolledBack)
        {
            return new RolloutChoice(DebateMode.Sequential, state.Status is null ? "The rollout has not begun." : "The rollout was rolled back.", null);
        }

        bool parallel = Draw(ask.DebateId) < Share * 100;
        string reason = FormattableString.Invariant($"The rollout runs {Share} % in parallel, and this debate is {(parallel ? "" : "not ")}among them.");
        return new RolloutChoice(parallel ? DebateMode.Parallel : DebateMode.Sequential, reason, state.Round);
    }

    /// <summary>Begins the first stage.</summary>
    /// <param name="reason">Why.</param>
    public void Begin(string reason)
    {
        state.Round++;
        state.Shares = options.Shares;
        state.Evidence = new PairedEvidence();
        Enter(0, "stage", reason);
    }

    /// <summary>Takes an outcome in, and does what it brings about.</summary>
    /// <param name="outcome">The outcome; one of another round is left out, and every one after a rollback.</param>
    /// <returns>Whether it brought a rollback about.</returns>
    public bool Observe(RolloutOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Round != state.Round || state.Status is null or RolloutStatus.RolledBack)
        {
            return false;
        }

        Count(new ArmOutcome(outcome.Passed, outcome.Seconds), outcome.Mode == DebateMode.Parallel);
        if (Math.Min(state.Parallel.Count, state.Sequential.Count) >= options.MinCount && Worse() is { } worse)
        {
            RollBackFor(worse, $"Parallel is worse by its {(worse == "gate" ? "gate's pass rate" : "time")}: {Figures(state.Parallel)}, against {Figures(state.Sequential)} in sequence.");
            return true;
        }

        EndStageIfDue();
        return false;
    }

    /// <summary>Takes in that a stage's time is up.</summary>
    /// <param name="generation">The timer's number; another than the state's is late and does nothing.</param>
    public void StageEnd(int generation)
    {
        if (generation == state.Generation && state.Status == RolloutStatus.Watching)
        {
            state.TimeIsUp = true;
            EndStageIfDue();
        }
    }

    /// <summary>Stops the clock; the share stays, and parallel is still watched.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>Why it was refused; null: it was done.</returns>
    public string? Pause(string reason)
    {
        if (state.Status != RolloutStatus.Watching)
        {
            return Refused("paused", "a stage is watched");
        }

        state.Status = RolloutStatus.Paused;
        state.Generation++;
        Note("pause", reason);
        return null;
    }

    /// <summary>Goes on: after a pause with the stage's whole time, after a rollback from the first stage with nothing held against parallel.</summary>
    /// <inheritdoc cref="Pause"/>
    public string? Resume(string reason)
    {
        if (state.Status == RolloutStatus.RolledBack)
        {
            Note("resume", reason);
            Begin("It was resumed after a rollback.");
            return null;
        }

        if (state.Status != RolloutStatus.Paused)
        {
            return Refused("resumed", "it is paused or was rolled back");
        }

        state.Status = RolloutStatus.Watching;
        Watch();
        Note("resume", reason);
        return null;
    }

    /// <summary>Ends the stage now.</summary>
    /// <inheritdoc cref="Pause"/>
    public string? Advance(string reason)
    {
        if (state.Status is not (RolloutStatus.Watching or RolloutStatus.Paused))
        {
            return Refused("advanced", "a stage is watched or paused");
        }

        Next("advance", reason);
        return null;
    }

    /// <summary>Has all run in sequence from now on.</summary>
    /// <inheritdoc cref="Pause"/>
    public string? RollBack(string reason)
    {
        if (state.Status is null or RolloutStatus.RolledBack)
        {
            return Refused("rolled back", "it goes on or is done");
        }

        RollBackFor("operator", reason);
        return null;
    }

    private static string Figures(ArmFigures arm) =>
        FormattableString.Invariant($"{arm.Passed} of {arm.Count} passed, {(arm.Count == 0 ? 0 : arm.Seconds / arm.Count):0.0} s on average");

    private string? Worse() => Share == 100 ? state.Baseline?.Worse(options.Alpha / 2) : state.Evidence.Worse(options.Alpha / 2);

    private void Count(ArmOutcome outcome, bool isParallel)
    {
        if (Share == 100)
        {
            if (isParallel)
            {
                state.Parallel.Add(outcome.Passed, outcome.Seconds);
                state.Baseline?.Add(outcome);
            }

            return;
        }

        (isParallel ? state.Parallel : state.Sequential).Add(outcome.Passed, outcome.Seconds);
        Keep(isParallel ? state.ParallelUnpaired : state.SequentialUnpaired, outcome, MostUnpaired);
        if (!isParallel)
        {
            Keep(state.SequentialSeconds, outcome.Seconds, MostSeconds);
        }

        while (state.ParallelUnpaired.Count > 0 && state.SequentialUnpaired.Count > 0)
        {
            state.Evidence.Add(state.ParallelUnpaired.Dequeue(), state.SequentialUnpaired.Dequeue());
        }
    }

    private static void Keep<T>(Queue<T> queue, T item, int most)
    {
        queue.Enqueue(item);
        if (queue.Count > most)
        {
            queue.Dequeue();
        }
    }

    // The sequential arm counts too: without its minimum the last stage would have no baseline, and never an automatic rollback.
    private void EndStageIfDue()
    {
        if (state.Status == RolloutStatus.Watching && state.TimeIsUp && state.Parallel.Count >= options.MinCount && (Share == 100 || state.Sequential.Count >= options.MinCount))
        {
            Next("stage", FormattableString.Invariant($"The stage of {Share} % was watched for its time: {Figures(state.Parallel)} in parallel."));
        }
    }

    private void Next(string happened, string reason)
    {
        if (state.Stage + 1 < Shares.Count)
        {
            Enter(state.Stage + 1, happened, reason);
            return;
        }

        state.Status = RolloutStatus.Done;
        state.Generation++;
        Note("done", reason);
    }

    private void Enter(int stage, string happened, string reason)
    {
        bool hasBaseline = Shares[stage] == 100 && state.Sequential.Count >= options.MinCount;
        state.Baseline = hasBaseline ? BaselineEvidence.Of(state.Sequential, state.SequentialSeconds, options.Alpha / 2) : null;
        (state.Stage, state.Status) = (stage, RolloutStatus.Watching);
        state.Parallel = new ArmFigures();
        if (Shares[stage] < 100)
        {
            state.Sequential = new ArmFigures();
            state.SequentialSeconds.Clear();
        }

        state.ParallelUnpaired.Clear();
        state.SequentialUnpaired.Clear();
        state.Evidence.Restake();
        Watch();
        Note(happened, Shares[stage] < 100 || hasBaseline ? reason : $"{reason} Too few debates ran in sequence to compare with: there is no automatic rollback from here on.");
    }

    private void Watch()
    {
        state.StageBegan = now;
        state.TimeIsUp = false;
        state.Generation++;
    }

    private void RollBackFor(string cause, string reason)
    {
        state.Status = RolloutStatus.RolledBack;
        state.Generation++;
        Note("rollback", reason, cause);
    }

    private string Refused(string wanted, string when) =>
        $"The rollout can be {wanted} only while {when}; now {state.Status switch { null => "it has not begun", RolloutStatus.Watching => "a stage is watched", RolloutStatus.Paused => "it is paused", RolloutStatus.Done => "it is done", _ => "it is rolled back" }}.";

    private void Note(string happened, string reason, string? cause = null)
    {
        state.History.Add(new RolloutEvent { Event = happened, At = now, Share = Share, Reason = SafeText.Line(reason, LongestReason), Cause = cause });
        state.History.RemoveRange(0, Math.Max(state.History.Count - LongestHistory, 0));
    }
}
