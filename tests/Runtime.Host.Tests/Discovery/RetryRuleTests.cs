using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Discovery;

public sealed class RetryRuleTests
{
    private static readonly (Type, Attribute?) Tick = (typeof(TimerInfo), new TimerTriggerAttribute("0 0 0 * * *"));
    private static readonly (Type, Attribute?) Message = (typeof(string), new QueueTriggerAttribute("orders"));
    private static readonly (Type, Attribute?) Input = (typeof(string), new ActivityTriggerAttribute());

    [Fact]
    public async Task A_retry_of_a_queue_function_is_refused_with_what_does_it_there() =>
        Assert.Contains("[FixedDelayRetry] has no effect on such a function", await FaultOf(Message, new FixedDelayRetryAttribute(3, "00:00:01")), StringComparison.Ordinal);

    [Fact]
    public async Task A_retry_of_an_activity_is_refused_with_what_does_it_there() =>
        Assert.Contains("with a RetryPolicy in the TaskOptions", await FaultOf(Input, new FixedDelayRetryAttribute(3, "00:00:01")), StringComparison.Ordinal);

    [Fact]
    public async Task A_count_below_minus_one_is_refused() =>
        Assert.Contains("a maximum of -2 retries", await FaultOf(Tick, new FixedDelayRetryAttribute(-2, "00:00:01")), StringComparison.Ordinal);

    [Theory]
    [InlineData("soon")]
    [InlineData("-00:00:01")]
    public async Task An_interval_that_is_none_is_refused(string interval) =>
        Assert.Contains($"has the interval '{interval}'", await FaultOf(Tick, new FixedDelayRetryAttribute(1, interval)), StringComparison.Ordinal);

    [Fact]
    public async Task A_minimum_above_the_maximum_is_refused() =>
        Assert.Contains("a minimum interval above its maximum", await FaultOf(Tick, new ExponentialBackoffRetryAttribute(1, "00:01:00", "00:00:01")), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 8)]
    [InlineData(3, 10)]
    [InlineData(int.MaxValue, 10)]
    public void A_wait_doubles_up_to_its_longest(int retry, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new RetryRule(-1, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10)).DelayBefore(retry));

    private static async Task<string> FaultOf((Type, Attribute?) trigger, RetryAttribute retry)
    {
        FaultyFunctions functions = new FaultyFunctions().Add("Again", typeof(void), [trigger], retry: retry);
        return (await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(o =>
        {
            o.Assemblies.Clear();
            o.Assemblies.Add(functions.Build());
        }))).Message;
    }
}
