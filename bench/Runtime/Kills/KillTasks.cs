using System.Globalization;
using Workflows.Durable;
using Workflows.Durable.Entities;

namespace Workflows.Bench.Runtime.Kills;

/// <summary>The orchestrators, activities and entities of the load.</summary>
internal static class KillTasks
{
    public const string Event = "Number";

    private const int LongEvery = 13;
    private static readonly TaskOptions Twice = TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMilliseconds(20)));

    /// <summary>Registers them.</summary>
    /// <param name="registry">Where.</param>
    /// <param name="executions">Each running of an activity appends a line.</param>
    public static void Register(DurableTaskRegistry registry, LineFile executions)
    {
        int count = 0;
        registry.AddActivityFunc<string, string>("Work", async (_, key) =>
        {
            int number = Interlocked.Increment(ref count);
            await Task.Delay(number % 16);
            string mark = string.Create(CultureInfo.InvariantCulture, $"{key}#{Environment.ProcessId}.{number}");
            executions.Append(mark);
            return mark + "|" + new string('x', number % LongEvery == 0 ? 5000 : 200);
        });
        registry.AddActivityFunc<string, string>("Fail", string (_, key) => throw new InvalidOperationException($"{key} is to fail."));
        registry.AddEntity<KillCounter>("counter");
        registry.AddOrchestratorFunc<int, KillResult>(KillPlan.Chain, (context, number) => ChainAsync(context, $"{number}"));
        registry.AddOrchestratorFunc<string, KillResult>("Child", ChildAsync);
        registry.AddOrchestratorFunc<int, KillResult>(KillPlan.Fan, async (context, number) =>
            new KillResult { Marks = await Task.WhenAll(Enumerable.Range(0, KillPlan.FanOut).Select(i => WorkAsync(context, $"{number}/{i}"))) });
        registry.AddOrchestratorFunc<int, KillResult>(KillPlan.Await, AwaitAsync);
        registry.AddOrchestratorFunc<int, KillResult>(KillPlan.Race, RaceAsync);
        registry.AddOrchestratorFunc<int, KillResult>(KillPlan.Transfer, TransferAsync);
        registry.AddOrchestratorFunc<int, KillResult>(KillPlan.Family, FamilyAsync);
        registry.AddOrchestratorFunc<KillLoop, KillResult>(KillPlan.Loop, LoopAsync);
        registry.AddOrchestratorFunc<int, KillResult>(KillPlan.Trouble, TroubleAsync);
    }

    /// <summary>The input of the n-th orchestration.</summary>
    public static object InputOf(int number) => KillPlan.NameOf(number) == KillPlan.Loop ? new KillLoop { Number = number } : number;

    /// <summary>The id of a counter.</summary>
    public static EntityInstanceId Counter(int number) => new("counter", number.ToString(CultureInfo.InvariantCulture));

    private static async Task<string> WorkAsync(TaskOrchestrationContext context, string key) =>
        (await context.CallActivityAsync<string>("Work", key)).Split('|')[0];

    private static async Task<KillResult> ChainAsync(TaskOrchestrationContext context, string key)
    {
        List<string> marks = [];
        for (int step = 0; step < KillPlan.Steps; step++)
        {
            marks.Add(await WorkAsync(context, $"{key}/{step}"));
        }

        return new KillResult { Marks = marks };
    }

    /// <summary>Begins only when its parent says so.</summary>
    private static async Task<KillResult> ChildAsync(TaskOrchestrationContext context, string key)
    {
        await context.WaitForExternalEvent<int>(Event);
        return await ChainAsync(context, key);
    }

    private static async Task<KillResult> AwaitAsync(TaskOrchestrationContext context, int number)
    {
        List<int> events = [];
        string mark = await WorkAsync(context, $"{number}");
        while (events.Distinct().Count() < KillPlan.Events)
        {
            events.Add(await context.WaitForExternalEvent<int>(Event));
        }

        return new KillResult { Marks = [mark], Events = events };
    }

    private static async Task<KillResult> RaceAsync(TaskOrchestrationContext context, int number)
    {
        List<string> marks = [];
        for (int step = 0; step < KillPlan.Steps; step++)
        {
            using CancellationTokenSource source = new();
            Task timer = context.CreateTimer(TimeSpan.FromMilliseconds(5 * (step + 1)), source.Token);
            Task<string> work = WorkAsync(context, $"{number}/{step}");
            if (await Task.WhenAny(timer, work) == work)
            {
                // Not CancelAsync: it would leave the orchestrator's thread.
                source.Cancel();
            }

            marks.Add(await work);
        }

        return new KillResult { Marks = marks };
    }

    private static async Task<KillResult> TransferAsync(TaskOrchestrationContext context, int number)
    {
        (int first, int second) = KillPlan.CountersOf(number);
        (int taken, int given) = KillPlan.AddsOf(number);
        await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(Counter(first), Counter(second));
        int left = await context.Entities.CallEntityAsync<int>(Counter(first), nameof(KillCounter.Add), taken);
        string mark = await WorkAsync(context, $"{number}");
        await context.Entities.CallEntityAsync<int>(Counter(second), nameof(KillCounter.Add), given);
        int after = await context.Entities.CallEntityAsync<int>(Counter(first), nameof(KillCounter.Add), 0);
        return left == after
            ? new KillResult { Marks = [mark] }
            : throw new InvalidOperationException($"Another one changed a locked entity: {left} became {after}.");
    }

    private static async Task<KillResult> FamilyAsync(TaskOrchestrationContext context, int number)
    {
        List<Task<KillResult>> children = [];
        for (int child = 0; child < KillPlan.Children; child++)
        {
            string id = $"{context.InstanceId}-child-{child}";
            children.Add(context.CallSubOrchestratorAsync<KillResult>("Child", $"{number}/{child}", new SubOrchestrationOptions { InstanceId = id }));
            context.SendEvent(id, Event, child);
        }

        return (await Task.WhenAll(children)).Aggregate(new KillResult(), (all, one) => all.With(one));
    }

    private static async Task<KillResult> LoopAsync(TaskOrchestrationContext context, KillLoop loop)
    {
        (int first, int second) = KillPlan.CountersOf(loop.Number);
        await context.Entities.SignalEntityAsync(Counter(second), nameof(KillCounter.Add), 1);
        KillResult soFar = loop.SoFar.With(new KillResult { Marks = [await WorkAsync(context, $"{loop.Number}/{loop.Generation}")] });
        await context.Entities.CallEntityAsync<int>(Counter(first), nameof(KillCounter.Add), 1);
        if (loop.Generation + 1 < KillPlan.Generations)
        {
            context.ContinueAsNew(loop with { Generation = loop.Generation + 1, SoFar = soFar });
        }

        return soFar;
    }

    private static async Task<KillResult> TroubleAsync(TaskOrchestrationContext context, int number)
    {
        (int first, int second) = KillPlan.CountersOf(number);
        await context.Entities.CallEntityAsync<int>(Counter(first), nameof(KillCounter.Add), 1);
        try
        {
            await context.CallActivityAsync<string>("Fail", $"{number}", Twice);
        }
        catch (TaskFailedException)
        {
            await context.Entities.SignalEntityAsync(Counter(second), nameof(KillCounter.Add), 1);
        }

        return new KillResult { Marks = [await WorkAsync(context, $"{number}")] };
    }
}
