using Workflows.Bench.Runtime.Measuring;
using Workflows.Durable;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>Instances that have done two activities and then wait: a third each for an activity, a timer and an event.</summary>
internal static class WaitingLoad
{
    public const string Orchestrator = "Wait";
    public const string Event = "Go";
    public const int Kinds = 3;
    public const int EventKind = 2;

    /// <summary>How long the timers run.</summary>
    public static readonly TimeSpan Timer = TimeSpan.FromHours(1);

    /// <summary>Registers the load.</summary>
    /// <param name="registry">Where.</param>
    /// <param name="waiting">Told of each instance that begins to wait for the first time.</param>
    /// <param name="passed">Told of each instance that has what it waited for.</param>
    /// <param name="gate">When the awaited activities end.</param>
    public static void Register(DurableTaskRegistry registry, Action waiting, Action passed, Task gate)
    {
        registry.AddActivityFunc<int, string>("Step", (_, _) => Payload.OneKilobyte);
        registry.AddActivityFunc<int, string>("Long", async (_, _) =>
        {
            waiting();
            await gate;
            return Payload.OneKilobyte;
        });
        registry.AddOrchestratorFunc<int>(Orchestrator, async (context, number) =>
        {
            await context.CallActivityAsync<string>("Step", number);
            await context.CallActivityAsync<string>("Step", number);
            if (number % Kinds != 0 && !context.IsReplaying)
            {
                waiting();
            }

            int kind = number % Kinds;
            await (kind switch
            {
                0 => context.CallActivityAsync("Long", number),
                1 => context.CreateTimer(Timer, CancellationToken.None),
                _ => context.WaitForExternalEvent<string>(Event),
            });
            passed();
        });
    }

    /// <summary>The id of an instance.</summary>
    public static string IdOf(int number) => $"wait-{number}";

    /// <summary>Starts instances, some hundreds at a time.</summary>
    public static Task StartAsync(BenchEngine engine, string orchestrator, int count) => Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = 500 },
        async (number, cancellation) => await engine.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, number, new StartOrchestrationOptions(IdOf(number)), cancellation));
}
