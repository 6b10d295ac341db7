using FsCheck;
using FsCheck.Fluent;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What holds on every schedule. Each is run over random ones; a failure prints the seed of its schedule.</summary>
public sealed class FleetScheduleTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    [Fact]
    public void No_pool_ever_runs_more_calls_than_its_concurrency() => OnEverySchedule(run => run.Servers.SelectMany(server => server.Overloads));

    [Fact]
    public void No_window_of_60_seconds_holds_more_sends_than_the_budget() => OnEverySchedule(run => run.Servers.SelectMany(server =>
    {
        List<DateTimeOffset> sent = [.. server.Sent.Select(send => send.At).Order()];
        return sent.Skip(server.Pool.CallsPerMinute ?? int.MaxValue).Zip(sent).Where(pair => pair.First - pair.Second <= Window).Select(pair => $"{server.Pool.Name}: {pair}");
    }));

    [Fact]
    public void No_window_of_60_seconds_holds_more_tokens_than_the_budget() => OnEverySchedule(run => run.Servers.SelectMany(server => server.Sent
        .Where(first => server.Sent.Where(send => send.At >= first.At && send.At < first.At + Window).Sum(send => send.Tokens) > server.Pool.TokensPerMinute)
        .Select(first => $"{server.Pool.Name}: {first}")));

    [Fact]
    public void Nothing_is_leased_above_the_limit_or_to_a_closed_pool_and_nothing_offered_out_of_order() => OnEverySchedule(run => run.Faults);

    [Fact]
    public void Every_call_that_keeps_asking_is_served() => OnEverySchedule(run => run.Unserved);

    private static void OnEverySchedule(Func<FleetSimulation, IEnumerable<string>> faults) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            FleetSimulation run = new(seed);
            run.Run();
            return (!faults(run).Any()).Label(string.Join("; ", faults(run).Take(3)));
        }));
}
