namespace Workflows.Runtime.Host.Lifetime;

public sealed class ActivityGateTests
{
    private readonly ActivityGate _gate = new();

    [Fact]
    public void It_is_idle_at_once_when_nothing_runs() => Assert.True(_gate.CloseAsync().IsCompletedSuccessfully);

    [Fact]
    public async Task It_is_idle_when_the_last_one_that_ran_has_ended()
    {
        TaskCompletionSource<object?> first = new(), second = new();
        Task<object?> one = RunAsync(first), two = RunAsync(second);
        Task idle = _gate.CloseAsync();

        first.SetResult(1);
        await one;
        Assert.False(idle.IsCompleted);
        second.SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => two);

        await idle;
        Assert.Equal(0, _gate.Running);
    }

    [Fact]
    public async Task What_comes_later_is_not_begun_and_ends_with_its_cancellation()
    {
        using CancellationTokenSource engine = new();
        await _gate.CloseAsync();
        bool begun = false;
        Task<object?> late = _gate.RunAsync(() => Task.FromResult<object?>(begun = true), engine.Token);

        Assert.False(late.IsCompleted);
        await engine.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        Assert.False(begun);
    }

    private Task<object?> RunAsync(TaskCompletionSource<object?> end) => _gate.RunAsync(() => end.Task, CancellationToken.None);
}
