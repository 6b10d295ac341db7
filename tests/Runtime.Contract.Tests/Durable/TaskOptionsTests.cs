using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class TaskOptionsTests
{
    [Fact]
    public void An_instance_id_is_added_without_losing_the_rest()
    {
        TaskOptions options = TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromSeconds(1))) with { Version = new TaskVersion("2") };

        SubOrchestrationOptions sub = options.WithInstanceId("child");

        Assert.Equal("child", sub.InstanceId);
        Assert.Same(options.Retry, sub.Retry);
        Assert.Equal("2", sub.Version?.Version);
    }

    [Fact]
    public void Options_of_a_sub_orchestration_keep_their_id_unless_another_is_given()
    {
        TaskOptions options = new SubOrchestrationOptions(instanceId: "first");

        Assert.Equal("first", new SubOrchestrationOptions(options).InstanceId);
        Assert.Equal("second", new SubOrchestrationOptions(options, "second").InstanceId);
    }

    [Fact]
    public async Task A_synchronous_retry_handler_answers_as_an_asynchronous_one()
    {
        TaskRetryOptions retry = TaskRetryOptions.FromRetryHandler(context => context.LastAttemptNumber < 3);

        Assert.Null(retry.Policy);
        Assert.True(await retry.Handler!(new RetryContext(null!, 2, null!, default, default)));
        Assert.False(await retry.Handler!(new RetryContext(null!, 3, null!, default, default)));
    }

    [Fact]
    public void Statuses_that_refuse_a_start_are_kept_by_name()
        => Assert.Equal(
            ["Running", "Pending"],
            new StartOrchestrationOptions("id").WithDedupeStatuses(OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending).DedupeStatuses!);
}
