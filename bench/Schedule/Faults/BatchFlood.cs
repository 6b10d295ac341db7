using System.Globalization;
using Workflows.Durable;
using Workflows.Orchestrations.Fleet;
using Workflows.Planner.Running;
using Workflows.Shared.Models;
using Workflows.Simulator;
using Workflows.Simulator.Profiles;

namespace Workflows.Bench.Schedule.Faults;

/// <summary>A flood of batch calls fills the primary for minutes while somebody waits for real-time calls: how long do these wait for their turn?</summary>
internal static class BatchFlood
{
    public const double ServiceSeconds = 10;

    public static async Task RunAsync(Tally tally)
    {
        List<IReadOnlyList<string>> rows = [["flood of batch calls of 10 s; real time:", "calls", "wait p50 s", "p95 s", "most s", "p95 under one service time", "all done s", "without keeping s", "counters"]];
        foreach (FloodPattern pattern in FloodPattern.All)
        {
            rows.Add(await RunAsync(pattern, tally));
        }

        Table.Write(tally.Output, rows);
    }

    public static Task<VirtualApp> StartAppAsync(FloodPattern pattern)
    {
        VirtualAppOptions options = new()
        {
            Simulator = new SimulatorOptions
            {
                Models = new Dictionary<string, ModelProfile>
                {
                    [NamedProfiles.Primary] = new() { Latency = LatencyProfile.Fixed(ServiceSeconds), MaxConcurrent = pattern.Slots, CallsPerMinute = pattern.CallsPerMinute },
                },
            },
        };
        options.Settings["Models:SimulatorProfile"] = SimulatedLimits.Documents;
        options.Settings[$"Models:Pools:{NamedProfiles.Primary}:MaxConcurrent"] = Number(pattern.Slots, "F0");
        options.Settings[$"Models:Pools:{NamedProfiles.Primary}:CallsPerMinute"] = Number(pattern.CallsPerMinute ?? 0, "F0");
        return VirtualApp.StartAsync(options);
    }

    public static async Task<string> StartCallAsync(VirtualApp app, string id, CallClass callClass, DateTimeOffset at)
    {
        ModelCallRequest request = new()
        {
            Task = "F3",
            Prompt = new ModelPrompt { Id = "F3", Version = "1", System = "Answer.", User = $"Say something about {id}." },
            SchemaName = "answer",
            Schema = """{"type":"object","properties":{"text":{"type":"string"}},"required":["text"],"additionalProperties":false}""",
            MaxOutputTokens = 100,
            Class = callClass,
            Deadline = app.Time.GetUtcNow().AddDays(1),
            BudgetSeconds = 60,
            PromptTokens = 20,
        };
        return await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(ModelCall), request, new StartOrchestrationOptions(id, at));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(FloodPattern pattern, Tally tally)
    {
        await using VirtualApp app = await StartAppAsync(pattern);
        DateTimeOffset start = app.Time.GetUtcNow();
        List<string> ids = [];
        for (int i = 0; i < pattern.Batch; i++)
        {
            ids.Add(await StartCallAsync(app, $"batch-{i}", CallClass.Batch, start.AddSeconds(pattern.FloodAt)));
        }

        for (int i = 0; i < pattern.Realtime.Count; i++)
        {
            ids.Add(await StartCallAsync(app, $"realtime-{i}", CallClass.Realtime, start.AddSeconds(pattern.Realtime[i])));
        }

        foreach (string id in ids)
        {
            await app.RunAsync(id);
        }

        List<double> waits = [.. app.Requests
            .Where(request => request.Instance.StartsWith("realtime-", StringComparison.Ordinal))
            .Select(request => request.Sent - pattern.Realtime[int.Parse(request.Instance["realtime-".Length..], CultureInfo.InvariantCulture)])
            .Order()];
        double p95 = waits[(int)Math.Ceiling(waits.Count * 0.95) - 1];
        return
        [
            pattern.Name,
            Number(waits.Count, "F0"),
            Number(waits[waits.Count / 2], "F2"),
            Number(p95, "F2"),
            Number(waits[^1], "F2"),
            tally.Note(p95 < ServiceSeconds),
            Number(app.Requests.Max(request => request.Ended), "F0"),
            Number(Unkept(pattern), "F0"),
            tally.Note(app.Models.Values.Sum(model => model.Counters.Seen) == app.Requests.Count),
        ];
    }

    /// <summary>When all would be done if every call took the first slot and the first of the budget: real time first, nothing kept.</summary>
    private static double Unkept(FloodPattern pattern)
    {
        List<double> left = [.. Enumerable.Repeat(pattern.FloodAt, pattern.Batch).Concat(pattern.Realtime).Order()];
        PriorityQueue<double, double> slots = new(Enumerable.Repeat((0.0, 0.0), pattern.Slots));
        List<double> sent = [];
        foreach (double came in left)
        {
            double at = Math.Max(came, slots.Dequeue());
            at = pattern.CallsPerMinute is { } calls && sent.Count >= calls ? Math.Max(at, sent[^calls] + 60) : at;
            sent.Add(at);
            slots.Enqueue(at + ServiceSeconds, at + ServiceSeconds);
        }

        return sent[^1] + ServiceSeconds;
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
