using Microsoft.Extensions.Logging;
using Workflows.Durable;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class TaskOrchestrationContextTests
{
    private readonly FakeOrchestrationContext _context = new();

    [Fact]
    public async Task An_event_in_time_cancels_the_timer()
    {
        Task<string> wait = _context.WaitForExternalEvent<string>("go", TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        _context.Arrive("now");

        Assert.Equal("now", await wait);
        Assert.Equal(_context.CurrentUtcDateTime.AddMinutes(5), _context.FireAt);
        Assert.True(_context.Timer.IsCanceled);
    }

    [Fact]
    public async Task An_event_out_of_time_throws_and_the_wait_is_withdrawn()
    {
        Task<string> wait = _context.WaitForExternalEvent<string>("go", TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        _context.Fire();

        await Assert.ThrowsAsync<TaskCanceledException>(() => wait);
        Assert.True(_context.Arrival.IsCanceled);
    }

    [Fact]
    public async Task A_cancelled_wait_cancels_the_timer_too()
    {
        using CancellationTokenSource stop = new();
        Task<string> wait = _context.WaitForExternalEvent<string>("go", TimeSpan.FromMinutes(5), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => wait);
        Assert.True(_context.Timer.IsCanceled);
    }

    [Fact]
    public async Task An_endless_wait_needs_no_timer()
    {
        Task<string> wait = _context.WaitForExternalEvent<string>("go", Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);

        _context.Arrive("late");

        Assert.Equal("late", await wait);
        Assert.Null(_context.FireAt);
    }

    [Fact]
    public void A_replay_safe_logger_speaks_only_when_the_orchestrator_does_something_new()
    {
        ILogger logger = _context.CreateReplaySafeLogger("story");
        ILogger other = _context.ReplaySafeLoggerFactory.CreateLogger("story");

        _context.Replaying = true;
        logger.LogInformation("again");
        other.LogInformation("again");
        _context.Replaying = false;
        logger.LogInformation("first");
        other.LogInformation("second");

        Assert.Equal(["first", "second"], _context.Lines);
    }

    [Fact]
    public void A_version_is_compared_with_that_of_the_instance()
    {
        Assert.True(_context.CompareVersionTo("1.10") < 0);
        Assert.True(_context.CompareVersionTo(string.Empty) > 0);
    }

    [Fact]
    public void Starting_over_as_another_version_is_refused_unless_a_context_can()
    {
        _context.ContinueAsNew(new ContinueAsNewOptions { NewInput = 5 });

        Assert.Equal((5, true), _context.Continued);
        Assert.Throws<NotSupportedException>(() => _context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2" }));
    }
}
