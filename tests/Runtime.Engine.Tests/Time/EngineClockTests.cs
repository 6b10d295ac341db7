using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Time;

public sealed class EngineClockTests
{
    [Fact]
    public void A_clock_that_is_set_back_does_not_take_the_engine_along_and_does_not_stop_it()
    {
        SetBackTimeProvider time = new();
        EngineClock clock = new(time);
        DateTimeOffset before = clock.Now();

        time.SetBack(TimeSpan.FromHours(1));
        Assert.Equal(before, clock.Now());
        time.Inner.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(before.AddSeconds(5), clock.Now());
        time.Inner.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(before.AddSeconds(10), clock.Now());
    }

    [Fact]
    public void It_follows_a_clock_that_is_set_forward()
    {
        SetBackTimeProvider time = new();
        EngineClock clock = new(time);
        DateTimeOffset before = clock.Now();

        time.SetBack(TimeSpan.FromHours(-1));

        Assert.Equal(before.AddHours(1), clock.Now());
    }

    [Fact]
    public async Task A_durable_timer_fires_in_time_although_the_clock_was_set_back()
    {
        SetBackTimeProvider time = new();
        await using TestEngine engine = TestEngine.Start(
            r => r.AddOrchestratorFunc<int>("sleep", async context =>
            {
                await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                return 1;
            }),
            time);
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("sleep", TestContext.Current.CancellationToken);
        await engine.Engine.Core.Work.WhenIdleAsync(TestContext.Current.CancellationToken);

        time.SetBack(TimeSpan.FromHours(5));
        time.Inner.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.EndOfAsync(id)).RuntimeStatus);
    }

    private sealed class SetBackTimeProvider : TimeProvider
    {
        private TimeSpan _back;

        public VirtualTime Inner { get; } = new();

        public override long TimestampFrequency => Inner.TimestampFrequency;

        public void SetBack(TimeSpan by) => _back += by;

        public override DateTimeOffset GetUtcNow() => Inner.GetUtcNow() - _back;

        public override long GetTimestamp() => Inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Inner.CreateTimer(callback, state, dueTime, period);
    }
}
