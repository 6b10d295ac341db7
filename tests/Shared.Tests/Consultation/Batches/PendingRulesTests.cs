using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation;

namespace Workflows.Shared.Tests.Consultation.Batches;

public sealed class PendingRulesTests
{
    private const int RunAt = 20;
    private const int Slots = 16;

    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 1, 0, TimeSpan.Zero);

    [Fact]
    public void As_many_as_start_a_run_start_one_at_once_and_one_fewer_does_not()
    {
        Assert.Null(PendingRules.Next(Waiting(RunAt - 1), RunAt, Slots));

        AnalysisRun run = PendingRules.Next(Waiting(RunAt), RunAt, Slots)!;

        Assert.Equal((1, RunAt, "full"), (run.Number, run.Consultations.Count, run.Reason));
    }

    [Fact]
    public void What_the_timer_found_starts_however_few_there_are()
    {
        PendingState state = Waiting(3);
        state.Due = 3;

        AnalysisRun run = PendingRules.Next(state, RunAt, Slots)!;

        Assert.Equal((3, "timer", 0, 0), (run.Consultations.Count, run.Reason, state.Due, state.Waiting.Count));
        Assert.Null(PendingRules.Next(state, RunAt, Slots));
    }

    [Fact]
    public void The_urgent_go_first_then_those_that_were_accepted_first()
    {
        PendingState state = Waiting(60);
        state.Waiting.AddRange(Enumerable.Range(0, 5).Select(i => Work(100 + i, ConsultationPriority.High, i)));

        AnalysisRun run = PendingRules.Next(state, RunAt, Slots)!;

        Assert.Equal([100, 101, 102, 103, 104, 0, 1], run.Consultations.Take(7).Select(work => work.Index));
    }

    [Fact]
    public void What_the_timer_found_stays_due_when_the_urgent_go_before_it()
    {
        PendingState state = Waiting(10);
        state.Due = 10;
        state.Waiting.AddRange(Enumerable.Range(0, 45).Select(i => Work(100 + i, ConsultationPriority.High)));

        PendingRules.Next(state, RunAt, Slots);

        Assert.Equal((7, 7), (state.Waiting.Count, state.Due));
        Assert.Equal(7, PendingRules.Next(state, RunAt, Slots)!.Consultations.Count);
    }

    [Fact]
    public void A_run_grows_with_the_rate_that_was_observed_up_to_a_bound()
    {
        Assert.Equal(48, PendingRules.Next(Waiting(500), RunAt, Slots)!.Consultations.Count);
        Assert.Equal(90, PendingRules.Next(Waiting(500, secondsEach: 10), RunAt, Slots)!.Consultations.Count);
        Assert.Equal(200, PendingRules.Next(Waiting(500, secondsEach: 0), RunAt, Slots)!.Consultations.Count);
        Assert.Equal(RunAt, PendingRules.Next(Waiting(500, secondsEach: 1e9), RunAt, Slots)!.Consultations.Count);
    }

    [Fact]
    public void A_run_that_ends_is_observed_once_and_makes_room()
    {
        PendingState state = Waiting(200);
        AnalysisRun run = PendingRules.Next(state, RunAt, Slots)!;

        PendingRules.End(state, new AnalysisRunEnd { Number = run.Number, Seconds = 96 });
        double? observed = state.SecondsEach;
        PendingRules.End(state, new AnalysisRunEnd { Number = run.Number, Seconds = 9_600 });

        Assert.Equal((2.0, 2.0, 0), (observed, state.SecondsEach, state.Running.Count));
    }

    [Fact]
    public void What_was_observed_later_counts_more_and_more()
    {
        PendingState state = new();
        foreach (double seconds in (double[])[10, 20, 20, 20])
        {
            state.Running[1] = 1;
            PendingRules.End(state, new AnalysisRunEnd { Number = 1, Seconds = seconds });
        }

        Assert.InRange(state.SecondsEach!.Value, 15, 20);
    }

    [Fact]
    public void An_estimate_begins_at_the_next_timer_or_at_once_when_enough_wait()
    {
        Assert.Equal(Noon.AddMinutes(14).AddSeconds(19), PendingRules.Estimate(new PendingState(), 1, RunAt, Noon));
        Assert.Equal(Noon.AddSeconds(370), PendingRules.Estimate(new PendingState(), RunAt, RunAt, Noon));
    }

    [Fact]
    public void An_estimate_grows_with_what_is_before_it_and_with_the_batch_and_is_never_past() => Prop.ForAll(
        Gen.Choose(0, 400).Four().ToArbitrary(),
        sizes =>
        {
            (int waiting, int running, int count, int each) = sizes;
            PendingState state = Waiting(waiting, secondsEach: each / 20.0);
            state.Running[1] = running;
            DateTimeOffset estimate = PendingRules.Estimate(state, count + 1, RunAt, Noon);
            Assert.True(estimate >= Noon && estimate.Offset == TimeSpan.Zero && estimate.Ticks % TimeSpan.TicksPerSecond == 0);
            Assert.True(PendingRules.Estimate(state, count + RunAt, RunAt, Noon) <= PendingRules.Estimate(state, count + RunAt + 1, RunAt, Noon));
            state.Running[2] = 1;
            Assert.True(PendingRules.Estimate(state, count + 1, RunAt, Noon) >= estimate);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_comes_ends_and_is_due_nothing_is_lost_or_taken_twice_and_never_more_runs_go_on_than_may() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
        seed =>
        {
            Random random = new(seed);
            int runAt = random.Next(1, 40);
            int slots = random.Next(1, 300);
            PendingState state = new();
            List<ConsultationWork> added = [];
            List<AnalysisRun> started = [];
            for (int step = 0; step < 200; step++)
            {
                switch (random.Next(8))
                {
                    case 0:
                        state.Due = state.Waiting.Count;
                        break;
                    case 1 when state.Running.Count > 0:
                        PendingRules.End(state, new AnalysisRunEnd { Number = state.Running.Keys.ElementAt(random.Next(state.Running.Count)), Seconds = random.Next(3_000) });
                        break;
                    default:
                        int count = random.Next(30);
                        for (int i = 0; i < count; i++)
                        {
                            added.Add(Work(added.Count, (ConsultationPriority)random.Next(2), step));
                            state.Waiting.Add(added[^1]);
                        }

                        break;
                }

                Start();
            }

            while (state.Length > 0)
            {
                state.Due = state.Waiting.Count;
                PendingRules.End(state, new AnalysisRunEnd { Number = state.Running.Keys.DefaultIfEmpty(0).First(), Seconds = 1 });
                Start();
            }

            Assert.Equal(added.Select(work => work.Index), started.SelectMany(run => run.Consultations).Select(work => work.Index).Order());
            Assert.Equal(Enumerable.Range(1, started.Count), started.Select(run => run.Number));

            void Start()
            {
                int before = state.Due;
                while (PendingRules.Next(state, runAt, slots) is { } run)
                {
                    Assert.InRange(run.Consultations.Count, 1, 200);
                    Assert.True(run.Consultations.Min(work => work.Priority) >= state.Waiting.Select(work => work.Priority).DefaultIfEmpty().Max() || state.Waiting.Count == 0);
                    started.Add(run);
                }

                Assert.True(state.Running.Count <= Math.Max(2, (2 * slots / runAt) + 1));
                Assert.InRange(state.Due, 0, Math.Min(before, state.Waiting.Count));
            }
        }).QuickCheckThrowOnFailure();

    private static PendingState Waiting(int count, double? secondsEach = null) => new() { Waiting = [.. Enumerable.Range(0, count).Select(i => Work(i, ConsultationPriority.Normal, i))], SecondsEach = secondsEach };

    private static ConsultationWork Work(int index, ConsultationPriority priority, int second = 0) =>
        new() { BatchId = "BATCH-20260101-001", Index = index, Priority = priority, AcceptedAt = Noon.AddSeconds(second) };
}
