using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Testing;

namespace Examples;

public sealed class ApprovalTests
{
    private readonly Outbox _outbox = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_nobody_answers_is_dropped_after_three_daily_reminders()
    {
        await using DurableTestHost host = await StartAsync();
        DateTimeOffset start = host.Time.GetUtcNow();

        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Approval", "a new chair", Cancellation);
        OrchestrationMetadata ended = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Cancellation);

        Assert.Equal("dropped", ended.ReadOutputAs<string>());
        Assert.Equal(3, _outbox.Mails.Count);
        Assert.Equal(start.AddDays(3), host.Time.GetUtcNow());
    }

    [Fact]
    public async Task An_answer_on_the_second_day_ends_it_also_when_the_process_was_restarted_before()
    {
        await using DurableTestHost host = await StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Approval", "a new chair", Cancellation);
        await host.AdvanceAsync(TimeSpan.FromHours(30), Cancellation);

        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "answer", "yes", Cancellation);
        OrchestrationMetadata ended = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Cancellation);

        Assert.Equal("yes", ended.ReadOutputAs<string>());
        Assert.Single(_outbox.Mails);
    }

    private Task<DurableTestHost> StartAsync() => DurableTestHost.StartAsync(
        registry => registry.AddOrchestrator<Approval>().AddActivity<SendReminder>(),
        options => options.Services.AddSingleton(_outbox));
}

public sealed class Approval : TaskOrchestrator<string, string>
{
    public override async Task<string> RunAsync(TaskOrchestrationContext context, string input)
    {
        for (int day = 0; day < 3; day++)
        {
            try
            {
                return await context.WaitForExternalEvent<string>("answer", TimeSpan.FromDays(1));
            }
            catch (TaskCanceledException)
            {
                await context.CallActivityAsync("SendReminder", input);
            }
        }

        return "dropped";
    }
}

public sealed class SendReminder(Outbox outbox) : TaskActivity<string, string?>
{
    public override Task<string?> RunAsync(TaskActivityContext context, string input)
    {
        outbox.Mails.Enqueue($"Still waiting for an answer: {input}");
        return Task.FromResult<string?>(null);
    }
}

public sealed class Outbox
{
    public ConcurrentQueue<string> Mails { get; } = [];
}
