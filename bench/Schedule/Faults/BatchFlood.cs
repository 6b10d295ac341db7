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
    private const int Batch = 200;
    private const int Realtime = 60;
    private const double EverySeconds = 2;
    private const double ServiceSeconds = 10;

    public static async Task RunAsync(Tally tally)
    {
        VirtualAppOptions options = new()
        {
            Simulator = new SimulatorOptions { Models = new Dictionary<string, ModelProfile> { [NamedProfiles.Primary] = new() { Latency = LatencyProfile.Fixed(ServiceSeconds) } } },
        };
        options.Settings["Models:SimulatorProfile"] = SimulatedLimits.Documents;
        await using VirtualApp app = await VirtualApp.StartAsync(options);
        DateTimeOffset start = app.Time.GetUtcNow();
        List<string> ids = [];
        for (int i = 0; i < Batch; i++)
        {
            ids.Add(await StartAsync(app, $"batch-{i}", CallClass.Batch, start));
        }

        for (int i = 0; i < Realtime; i++)
        {
            ids.Add(await StartAsync(app, $"realtime-{i}", CallClass.Realtime, start.AddSeconds(EverySeconds * (i + 1))));
        }

        foreach (string id in ids)
        {
            await app.RunAsync(id);
        }

        List<double> waits = [.. app.Requests
            .Where(request => request.Instance.StartsWith("realtime-", StringComparison.Ordinal))
            .Select(request => request.Sent - (EverySeconds * (1 + int.Parse(request.Instance["realtime-".Length..], CultureInfo.InvariantCulture))))
            .Order()];
        double p95 = waits[(int)Math.Ceiling(waits.Count * 0.95) - 1];
        bool agree = app.Models.Values.Sum(model => model.Counters.Seen) == app.Requests.Count;
        tally.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"flood: {Batch} batch calls at once, a real-time call every {EverySeconds} s: real-time waits p50 {waits[waits.Count / 2]:F2} s, p95 {p95:F2} s (target: under one service time, {ServiceSeconds} s: {(p95 < ServiceSeconds ? "kept" : "missed")}), all done after {app.Now:F0} s; counters {tally.Note(agree)}"));
    }

    private static async Task<string> StartAsync(VirtualApp app, string id, CallClass callClass, DateTimeOffset at)
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
}
