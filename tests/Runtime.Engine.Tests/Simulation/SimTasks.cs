using System.Globalization;
using Workflows.Durable;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>Runs generated scripts. Their output depends on the script alone, never on the order in which things happen to be done.</summary>
internal static class SimTasks
{
    private static readonly EntityInstanceId Spawned = new("counter", "spawned");

    public static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<SimScript, string>("script", ScriptAsync)
        .AddOrchestratorFunc<string, string>("echo", async (context, word) => word + await context.WaitForExternalEvent<string>("word"))
        .AddOrchestratorFunc<int, int>("spawned", async (context, amount) => await context.Entities.CallEntityAsync<int>(Spawned, "add", amount))
        .AddOrchestratorFunc<string, int>("flaky", async (context, key) =>
        {
            int attempts = await context.Entities.CallEntityAsync<int>(new EntityInstanceId("counter", key), "add", 1);
            return attempts < 3 ? throw new InvalidOperationException("not yet") : attempts;
        })
        .AddOrchestratorFunc<string, string>("fails-in-lock", async (context, key) =>
        {
            // Not disposed: the end of the orchestration must free the locks.
            await context.Entities.LockEntitiesAsync(Shared(1), Shared(2));
            await context.Entities.CallEntityAsync<int>(Shared(1), "add", 1);
            await context.CallActivityAsync<string>("fail", 1);
            return key;
        })
        .AddActivityFunc<int, int>("seven", (_, n) => n * 7)
        .AddActivityFunc<int, string>("large", (_, n) => new string((char)('a' + n), 5000))
        .AddActivityFunc<int, string>("fail", string (_, n) => throw new InvalidOperationException($"failure {n}"))
        .AddEntity<SimCounter>("counter");

    private static async Task<string> ScriptAsync(TaskOrchestrationContext context, SimScript script)
    {
        string soFar = script.SoFar;
        foreach (SimStep step in script.Steps)
        {
            soFar = Mix(soFar, await StepAsync(context, script, step));
        }

        if (script.Round + 1 < script.Rounds)
        {
            context.ContinueAsNew(script with { Round = script.Round + 1, SoFar = soFar });
            return "";
        }

        return script.Fails ? throw new InvalidOperationException($"the end of {script.Key}") : soFar;
    }

    private static async Task<string> StepAsync(TaskOrchestrationContext context, SimScript script, SimStep step)
    {
        string key = $"{step.Key}-{script.Round}";
        string path = $"{script.Key}.{key}";
        switch (step.Kind)
        {
            case SimStepKind.Activity:
                return $"{await context.CallActivityAsync<int>("seven", step.Number, ClassOf(step))}";
            case SimStepKind.LargeResult:
                return (await context.CallActivityAsync<string>("large", step.Number % 3, ClassOf(step)))[..7];
            case SimStepKind.FailingActivity:
                return await FailureOf(context.CallActivityAsync<string>("fail", step.Number));
            case SimStepKind.RetriedActivity:
                return await FailureOf(context.CallActivityAsync<string>("fail", step.Number, Retry(3)));
            case SimStepKind.FanOut:
                return string.Join(',', await Task.WhenAll(step.Steps.Select(s => StepAsync(context, script, s))));
            case SimStepKind.Timer:
                await context.CreateTimer(TimeSpan.FromSeconds(step.Number), CancellationToken.None);
                return "timer";
            case SimStepKind.CanceledTimer:
                return await CanceledTimerAsync(context, step);
            case SimStepKind.Event:
                return await context.WaitForExternalEvent<string>(key);
            case SimStepKind.EventTimeout:
                return await TimeoutAsync(context, key, step);
            case SimStepKind.Call:
                await context.Entities.CallEntityAsync<int>(Shared(step.Number % 3), "add", step.Number);
                return "call";
            case SimStepKind.Signal:
                await context.Entities.SignalEntityAsync(Shared(step.Number % 3), "add", step.Number);
                return "signal";
            case SimStepKind.DelayedSignal:
                await context.Entities.SignalEntityAsync(
                    Shared(step.Number % 3), "add", step.Number, new DateTimeOffset(context.CurrentUtcDateTime).AddSeconds(step.Number));
                return "delayed";
            case SimStepKind.Spawn:
                await context.Entities.SignalEntityAsync(Shared(step.Number % 3), "spawn", step.Number);
                return "spawn";
            case SimStepKind.Transfer:
                return await TransferAsync(context, step);
            case SimStepKind.Child:
                return await context.CallSubOrchestratorAsync<string>("script", new SimScript(path, step.Steps, 1 + (step.Number % 2), Fails: false));
            case SimStepKind.FailingChild:
                return await FailureOf(context.CallSubOrchestratorAsync<string>(
                    "script", new SimScript(path, step.Steps, 1, Fails: true), new SubOrchestrationOptions { InstanceId = $"child-{path}" }));
            case SimStepKind.FlakyChild:
                return $"{await context.CallSubOrchestratorAsync<int>("flaky", path, Retry(4))}";
            case SimStepKind.FailingInLock:
                return await FailureOf(context.CallSubOrchestratorAsync<string>("fails-in-lock", key));
            case SimStepKind.Talk:
                string id = $"talk-{path}";
                Task<string> echo = context.CallSubOrchestratorAsync<string>("echo", "said ", new SubOrchestrationOptions { InstanceId = id });
                context.SendEvent(id, "word", key);
                return (await echo).Length.ToString(CultureInfo.InvariantCulture);
            default:
                context.SetCustomStatus(new string('s', step.Number * 1000));
                return "status";
        }
    }

    private static async Task<string> CanceledTimerAsync(TaskOrchestrationContext context, SimStep step)
    {
        using CancellationTokenSource source = new();
        Task timer = context.CreateTimer(TimeSpan.FromHours(1), source.Token);
        Task<int> work = context.CallActivityAsync<int>("seven", step.Number);
        bool workFirst = await Task.WhenAny(timer, work) == work;
        // Not CancelAsync: it would leave the orchestrator's thread.
        source.Cancel();
        return $"{workFirst} {timer.IsCanceled}";
    }

    private static async Task<string> TimeoutAsync(TaskOrchestrationContext context, string key, SimStep step)
    {
        try
        {
            return await context.WaitForExternalEvent<string>($"never-{key}", TimeSpan.FromSeconds(step.Number));
        }
        catch (OperationCanceledException)
        {
            return "in vain";
        }
    }

    private static async Task<string> TransferAsync(TaskOrchestrationContext context, SimStep step)
    {
        (EntityInstanceId from, EntityInstanceId to) = (Shared(step.Number % 3), Shared((step.Number + 1) % 3));
        await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(from, to);
        int before = await context.Entities.CallEntityAsync<int>(from, "get");
        await context.Entities.CallEntityAsync<int>(from, "add", -step.Number);
        await context.Entities.CallEntityAsync<int>(to, "add", step.Number);
        int after = await context.Entities.CallEntityAsync<int>(from, "get");
        return $"moved {before - after}";
    }

    private static async Task<string> FailureOf(Task<string> call)
    {
        try
        {
            return await call;
        }
        catch (TaskFailedException e)
        {
            return e.FailureDetails.ErrorMessage;
        }
    }

    private static TaskOptions? ClassOf(SimStep step) => (step.Number % 3) switch
    {
        0 => null,
        1 => new TaskOptions(tags: new Dictionary<string, string> { [DurableEngineOptions.ResourceClassTag] = "gpu" }),
        _ => new TaskOptions(tags: new Dictionary<string, string> { [DurableEngineOptions.ResourceClassTag] = "cpu" }),
    };

    private static EntityInstanceId Shared(int number) => new("counter", $"shared{number}");

    private static TaskOptions Retry(int attempts) => TaskOptions.FromRetryPolicy(new RetryPolicy(attempts, TimeSpan.FromSeconds(2)));

    private static string Mix(string soFar, string result)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in soFar + "|" + result)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
