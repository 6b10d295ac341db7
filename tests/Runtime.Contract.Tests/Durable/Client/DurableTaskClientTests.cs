using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Contract.Tests.Durable.Client;

public sealed class DurableTaskClientTests : IAsyncDisposable
{
    private readonly FakeClient _client = new("x");

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task Shorter_calls_reach_the_full_ones()
    {
        CancellationToken token = TestContext.Current.CancellationToken;

        await _client.ScheduleNewOrchestrationInstanceAsync("Run", token);
        await _client.ScheduleNewOrchestrationInstanceAsync("Run", 5, token);
        await _client.ScheduleNewOrchestrationInstanceAsync("Run", new StartOrchestrationOptions("mine"), token);
        await _client.RaiseEventAsync("mine", "go", token);
        await _client.SuspendInstanceAsync("mine", token);
        await _client.ResumeInstanceAsync("mine", token);
        await _client.TerminateInstanceAsync("mine", "over", token);

        Assert.Equal(
            ["start Run  ", "start Run 5 ", "start Run  mine", "event mine go ", "suspend mine ", "resume mine ", "terminate mine over"],
            _client.Calls);
    }

    [Fact]
    public async Task An_instance_is_read_without_payloads_unless_they_are_asked_for()
    {
        CancellationToken token = TestContext.Current.CancellationToken;

        Assert.Equal("short", (await _client.GetInstanceAsync("mine", token))?.Name);
        Assert.Equal("whole", (await _client.GetInstanceAsync("mine", true, token))?.Name);
    }

    [Fact]
    public void What_a_client_does_not_offer_it_says_so()
    {
        CancellationToken token = TestContext.Current.CancellationToken;

        Assert.Throws<NotSupportedException>(() => _client.Entities);
        Assert.Throws<NotSupportedException>(() => { _ = _client.RestartAsync("mine", false, token); });
        Assert.Throws<NotSupportedException>(() => { _ = _client.RewindInstanceAsync("mine", "why", token); });
        Assert.Throws<NotSupportedException>(() => { _ = _client.PurgeInstanceAsync("mine", token); });
        Assert.Throws<NotSupportedException>(() => { _ = _client.PurgeInstancesAsync(null, null, token); });
    }

    [Fact]
    public void Payloads_that_were_not_fetched_cannot_be_read()
        => Assert.Throws<InvalidOperationException>(() => new OrchestrationMetadata("Run", "mine").ReadOutputAs<int>());

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed, true)]
    [InlineData(OrchestrationRuntimeStatus.Failed, true)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, true)]
    [InlineData(OrchestrationRuntimeStatus.Running, false)]
    [InlineData(OrchestrationRuntimeStatus.Pending, false)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, false)]
    public void An_instance_is_completed_however_it_ended(OrchestrationRuntimeStatus status, bool expected)
        => Assert.Equal(expected, new OrchestrationMetadata("Run", "mine") { RuntimeStatus = status }.IsCompleted);
}
