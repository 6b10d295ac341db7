using Workflows.Durable;
using Workflows.FunctionsWorker;

namespace Workflows.Monitor.Tests.App;

/// <summary>Orchestrations that show one thing each.</summary>
internal sealed class Orders(Desk desk)
{
    /// <summary>Drafts, waits for somebody, publishes.</summary>
    [Function("Approval")]
    public static async Task<string> Approval([OrchestrationTrigger] TaskOrchestrationContext context, string subject)
    {
        context.SetCustomStatus(new { completed = 1, total = 3, message = "drafting " + subject });
        string draft = await context.CallActivityAsync<string>("Write", "draft of " + subject);
        context.SetCustomStatus(new { completed = 2, total = 3, message = "waiting for " + subject });
        string decision = await context.WaitForExternalEvent<string>("approved");
        string published = await context.CallActivityAsync<string>("Write", $"{draft}, {decision}");
        context.SetCustomStatus(new { completed = 3, total = 3, message = "done with " + subject });
        return published;
    }

    /// <summary>Pays, which fails as long as the desk refuses the amount.</summary>
    [Function("Payment")]
    public static async Task<string> Payment([OrchestrationTrigger] TaskOrchestrationContext context, string amount)
    {
        await context.CallActivityAsync<string>("Write", "bill of " + amount);
        return await context.CallActivityAsync<string>("Pay", amount, TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMilliseconds(20))));
    }

    /// <summary>Greets by children.</summary>
    [Function("Family")]
    public static async Task<int> Family([OrchestrationTrigger] TaskOrchestrationContext context, int children)
    {
        string[] said = await Task.WhenAll(Enumerable.Range(1, children).Select(number => context.CallSubOrchestratorAsync<string>(
            "Greeting", $"child {number}", new SubOrchestrationOptions(instanceId: $"{context.InstanceId}:{number}"))));
        return said.Length;
    }

    /// <summary>Says one thing.</summary>
    [Function("Greeting")]
    public static Task<string> Greeting([OrchestrationTrigger] TaskOrchestrationContext context, string name) => context.CallActivityAsync<string>("Write", "Hello " + name);

    /// <summary>A parent of one that waits.</summary>
    [Function("Committee")]
    public static Task<string> Committee([OrchestrationTrigger] TaskOrchestrationContext context, string subject) =>
        context.CallSubOrchestratorAsync<string>("Approval", subject, new SubOrchestrationOptions(instanceId: context.InstanceId + ":approval"));

    /// <summary>Waits for a day.</summary>
    [Function("Reminder")]
    public static async Task Reminder([OrchestrationTrigger] TaskOrchestrationContext context) => await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);

    /// <summary>Calls as many activities as it is told.</summary>
    [Function("Survey")]
    public static async Task<int> Survey([OrchestrationTrigger] TaskOrchestrationContext context, int people) =>
        (await Task.WhenAll(Enumerable.Range(1, people).Select(number => context.CallActivityAsync<string>("Write", $"person {number}")))).Length;

    /// <summary>Tells a text back in every field that there is.</summary>
    [Function("Echo")]
    public static async Task<string> Echo([OrchestrationTrigger] TaskOrchestrationContext context, string text)
    {
        context.SetCustomStatus(new { message = text, completed = 1, total = 2 });
        await context.CallActivityAsync<string>("Write", text);
        await context.Entities.CallEntityAsync(new Durable.Entities.EntityInstanceId(nameof(Notebook), text), "note", text);
        string heard = await context.WaitForExternalEvent<string>(text);
        throw new InvalidOperationException(heard);
    }

    [Function("Write")]
    public static string Write([ActivityTrigger] string text) => text;

    [Function("Pay")]
    public string Pay([ActivityTrigger] string amount) => desk.Refuses(amount) ? throw new InvalidOperationException($"The bank refuses {amount}.") : $"paid {amount}";
}
