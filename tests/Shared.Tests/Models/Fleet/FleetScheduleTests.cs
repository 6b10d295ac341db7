using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What holds on every schedule. Each is run over random ones; a failure prints the seed of its schedule.</summary>
public sealed class FleetScheduleTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    [Fact]
    public void No_pool_ever_runs_more_calls_than_its_concurrency() => OnEverySchedule(run => run.Overloads.Count == 0);

    [Fact]
    public void No_window_of_60_seconds_holds_more_sends_than_the_budget() => OnEverySchedule(run => run.Pools.All(pool =>
    {
        List<DateTimeOffset> sent = [.. run.Sent[pool.Name].Select(send => send.At).Order()];
        return pool.CallsPerMinute is not { } most || sent.Skip(most).Zip(sent).All(pair => pair.First - pair.Second > Window);
    }));

    [Fact]
    public void No_window_of_60_seconds_holds_more_tokens_than_the_budget() => OnEverySchedule(run => run.Pools.All(pool =>
        pool.TokensPerMinute is not { } most
        || run.Sent[pool.Name].All(first => run.Sent[pool.Name].Where(send => send.At >= first.At && send.At < first.At + Window).Sum(send => send.Tokens) <= most)));

    [Fact]
    public void Every_ticket_that_keeps_asking_gets_a_lease() => OnEverySchedule(run => !run.Unserved.Any());

    private static void OnEverySchedule(Func<FleetSimulation, bool> holds) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            FleetSimulation run = new(seed);
            run.Run();
            return holds(run);
        }));
}
