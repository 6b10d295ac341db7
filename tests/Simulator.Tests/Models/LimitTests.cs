using System.Globalization;
using System.Net;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Tests.Models;

public sealed class LimitTests
{
    private static readonly ModelProfile TenSeconds = SimulatorFixture.Instant with { Latency = LatencyProfile.Fixed(10) };

    [Fact]
    public async Task One_call_above_the_concurrency_gets_429_and_a_freed_slot_is_taken_at_once()
    {
        using var simulator = new SimulatorFixture(TenSeconds with { MaxConcurrent = 2 });
        var first = simulator.SendAsync("one");
        simulator.Time.Advance(TimeSpan.FromSeconds(4));
        var second = simulator.SendAsync("two");

        using var rejected = await simulator.SendAsync("three");
        Assert.Equal(HttpStatusCode.TooManyRequests, rejected.StatusCode);
        Assert.Equal(6, RetryAfter(rejected));

        simulator.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        var third = simulator.SendAsync("three");
        Assert.False(third.IsCompleted);

        simulator.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await second).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await third).StatusCode);
        Assert.Equal(2, simulator.Model.Counters.PeakConcurrent);
        Assert.Equal((4, 3, 1, 3, 0), (simulator.Model.Counters.Seen, simulator.Model.Counters.Accepted, simulator.Model.Counters.Rejected, simulator.Model.Counters.Completed, simulator.Model.Counters.Running));
    }

    [Fact]
    public async Task A_call_waits_exactly_its_latency()
    {
        using var simulator = new SimulatorFixture(TenSeconds);
        var call = simulator.SendAsync("one");

        simulator.Time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.False(call.IsCompleted);
        Assert.Equal(1, simulator.Model.Counters.Running);

        simulator.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
    }

    [Fact]
    public async Task A_task_can_have_its_own_latency_and_the_output_its_speed()
    {
        using var simulator = new SimulatorFixture(TenSeconds with
        {
            TokensPerSecond = 1,
            Tasks = new Dictionary<string, TaskProfile> { ["F3"] = new() { Latency = LatencyProfile.Fixed(20) } },
        });
        var call = simulator.SendAsync(SimulatorFixture.Request("Twelve chars", "Task F3: logic"));

        simulator.Time.Advance(TimeSpan.FromSeconds(23) - TimeSpan.FromTicks(1));
        Assert.False(call.IsCompleted);

        simulator.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(3, (await SimulatorFixture.ReadAsync(await call)).GetProperty("usage").GetProperty("completion_tokens").GetInt32());
    }

    [Fact]
    public async Task The_minute_limit_slides_and_retry_after_tells_when_a_call_is_taken_again()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { CallsPerMinute = 3 });
        foreach (var gap in new[] { 0, 20, 10 })
        {
            simulator.Time.Advance(TimeSpan.FromSeconds(gap));
            Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync($"{gap}")).StatusCode);
        }

        simulator.Time.Advance(TimeSpan.FromSeconds(0.5));
        using var rejected = await simulator.SendAsync("more");
        Assert.Equal(30, RetryAfter(rejected));

        simulator.Time.Advance(TimeSpan.FromSeconds(29));
        using var early = await simulator.SendAsync("more");
        Assert.Equal((HttpStatusCode.TooManyRequests, 1), (early.StatusCode, RetryAfter(early)));

        simulator.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync("more")).StatusCode);
        Assert.Equal(3, simulator.Model.Counters.PeakCallsPerMinute);
    }

    [Fact]
    public async Task A_client_that_obeys_retry_after_is_never_turned_away_twice_by_the_minute_limit()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { CallsPerMinute = 5 });
        for (var i = 0; i < 40; i++)
        {
            simulator.Time.Advance(TimeSpan.FromSeconds(i * 7 % 11 / 3.0));
            using var first = await simulator.SendAsync($"{i}");
            if (first.StatusCode == HttpStatusCode.TooManyRequests)
            {
                simulator.Time.Advance(TimeSpan.FromSeconds(RetryAfter(first)));
                using var again = await simulator.SendAsync($"{i}");
                Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            }
        }

        Assert.Equal(40, simulator.Model.Counters.Accepted);
        Assert.Equal(5, simulator.Model.Counters.PeakCallsPerMinute);
    }

    [Fact]
    public async Task Tokens_per_minute_count_the_prompt_and_the_output_that_is_asked_for()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { TokensPerMinute = 100 });
        var request = SimulatorFixture.Request("four");
        request["max_tokens"] = 59;

        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync(request)).StatusCode);
        simulator.Time.Advance(TimeSpan.FromSeconds(10));
        using var rejected = await simulator.SendAsync(request);
        Assert.Equal((HttpStatusCode.TooManyRequests, 50), (rejected.StatusCode, RetryAfter(rejected)));

        simulator.Time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_request_above_the_context_gets_400_and_costs_no_budget()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { ContextTokens = 10, CallsPerMinute = 1 });

        using var refused = await simulator.SendAsync(new string('a', 41));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("context_length_exceeded", (await SimulatorFixture.ReadAsync(refused)).GetProperty("error").GetProperty("code").GetString());

        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync(new string('a', 40))).StatusCode);
        Assert.Equal((2, 1, 0, 1), (simulator.Model.Counters.Seen, simulator.Model.Counters.Accepted, simulator.Model.Counters.Rejected, simulator.Model.Counters.Refused));
    }

    [Fact]
    public async Task A_client_that_goes_away_frees_its_slot()
    {
        using var simulator = new SimulatorFixture(TenSeconds with { MaxConcurrent = 1 });
        using var leaving = new CancellationTokenSource();
        var abandoned = simulator.SendAsync(SimulatorFixture.Request("one"), leaving.Token);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);

        Assert.Equal((1, 0), (simulator.Model.Counters.Cancelled, simulator.Model.Counters.Running));
        var next = simulator.SendAsync("two");
        simulator.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await next).StatusCode);
    }

    [Fact]
    public async Task A_raised_limit_counts_from_the_next_call_on()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { CallsPerMinute = 1 });
        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync("one")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await simulator.SendAsync("two")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await simulator.PutAsync("/sim/models/m", """{"callsPerMinute": null}""")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync("two")).StatusCode);
    }

    private static int RetryAfter(HttpResponseMessage response) =>
        int.Parse(Assert.Single(response.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture);
}
