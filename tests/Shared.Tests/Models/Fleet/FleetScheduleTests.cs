using FsCheck;
using FsCheck.Fluent;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What holds on every schedule. Each is run over random ones; a failure prints the seed of its schedule.</summary>
public sealed class FleetScheduleTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    [Fact]
    public void No_pool_ever_runs_more_calls_than_its_concurrency() => OnEverySchedule(run => run.Servers.SelectMany(server => server.Overloads));

    /// <summary>The clock jumps ahead while a request is on its way.</summary>
    [Fact]
    public void A_request_on_its_way_when_the_clock_jumps_is_none_of_the_new_count()
    {
        FleetSimulation run = new(2076710269);

        run.Run();

        Assert.Empty(run.Servers.SelectMany(server => server.Overloads));
    }

    [Fact]
    public void No_window_of_60_seconds_holds_more_sends_than_the_budget() => OnEverySchedule(run => run.Servers.SelectMany(server =>
    {
        List<(int Era, DateTimeOffset At, int Tokens)> sent = [.. server.Sent.OrderBy(send => send.Era).ThenBy(send => send.At)];
        return sent.Skip(server.Pool.CallsPerMinute ?? int.MaxValue).Zip(sent)
            .Where(pair => pair.First.Era == pair.Second.Era && pair.First.At - pair.Second.At <= Window)
            .Select(pair => $"{server.Pool.Name}: {pair}");
    }));

    [Fact]
    public void No_window_of_60_seconds_holds_more_tokens_than_the_budget() => OnEverySchedule(run => run.Servers.SelectMany(server => server.Sent
        .Where(first => server.Sent.Where(send => send.Era == first.Era && send.At >= first.At && send.At < first.At + Window).Sum(send => send.Tokens) > server.Pool.TokensPerMinute)
        .Select(first => $"{server.Pool.Name}: {first}")));

    [Fact]
    public void Nothing_is_leased_above_the_limit_or_to_a_closed_pool() => OnEverySchedule(run => run.Faults, OfferCheck.Faults);

    [Fact]
    public void Every_slot_is_offered_in_the_stated_order() => OnEverySchedule(run => run.Faults, OrderCheck.Faults);

    [Fact]
    public void No_operation_loses_a_ticket_a_lease_or_a_charge() => OnEverySchedule(run => run.Faults, LossCheck.Faults);

    [Fact]
    public void Every_call_that_keeps_asking_is_served() => OnEverySchedule(run => run.Unserved);

    private static void OnEverySchedule(Func<FleetSimulation, IEnumerable<string>> faults, Func<FleetStep, IEnumerable<string>>? check = null) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            FleetSimulation run = new(seed, check);
            run.Run();
            return (!faults(run).Any()).Label(string.Join("; ", faults(run).Take(3)));
        }));
}
