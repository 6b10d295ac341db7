using Workflows.Planner;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.History;
using Workflows.Shared.Models.Fleet;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions.Histories;

/// <summary>Records runs of every workflow, on the simulator, for <see cref="GoldenHistoryTests"/>.</summary>
internal static class HistoryRecorder
{
    private const int MostOfAKind = 4;
    private static readonly FaultSetting Few = new() { Next = 1 };

    private static readonly Dictionary<string, Func<string, Task>> Recorders = new()
    {
        ["reviews"] = RecordReviewsAsync,
        ["blocks"] = RecordBlockAsync,
        ["callbacks"] = CallbackRecorder.RecordAsync,
        ["batches"] = BatchRecorder.RecordAsync,
        ["analyses"] = AnalysisRecorder.RecordAsync,
        ["debates"] = DebateRecorder.RecordAsync,
        ["expressions"] = ExpressionRecorder.RecordAsync,
        ["rollout"] = RolloutRecorder.RecordAsync,
        ["interviews"] = InterviewRecorder.RecordAsync,
    };

    /// <summary>Writes one file for each shape of a history that an orchestrator had, a few for each orchestrator and scenario.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="which">One of the recorders; "all": each.</param>
    public static async Task RecordAsync(string folder, string which)
    {
        List<string> old = [.. Directory.EnumerateFiles(folder, "*.json")];
        old.ForEach(file => File.Move(file, file + ".old"));
        foreach (Func<string, Task> record in which == "all" ? Recorders.Values.ToList() : [Recorders[which]])
        {
            await record(folder);
        }

        // Whether the courier is needed at all depends on the machine's speed: what no run had stays as it was recorded before.
        HashSet<string> recorded = [.. Directory.EnumerateFiles(folder, "*.json").Select(Orchestrator)];
        foreach (string file in old)
        {
            if (recorded.Contains(Orchestrator(file)))
            {
                File.Delete(file + ".old");
            }
            else
            {
                File.Move(file + ".old", file);
            }
        }

        static string Orchestrator(string file) => Path.GetFileName(file).Split('.')[0];
    }

    /// <summary>No workflow of today renews blocks: this is the orchestration alone.</summary>
    internal static async Task RecordBlockAsync(string folder)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 60);
        FleetBlockAsk ask = new() { Owner = "process", Pool = "qwen3", Number = 1, Slots = 2, Calls = 5, Tokens = 0 };
        string id = await app.Client.ScheduleNewOrchestrationInstanceAsync(FleetBlockRenewal.OrchestrationName, new FleetBlockRenewal { FleetKey = "default", Ask = ask });
        await app.Client.WaitForInstanceCompletionAsync(id);
        await WriteAsync(folder, $"{FleetBlockRenewal.OrchestrationName}.plain1.json", app.Engine.ExportHistory(id));
    }

    private static async Task RecordReviewsAsync(string folder)
    {
        await RecordAsync(folder, "plain", _ => { });
        await RecordAsync(folder, "many", _ => { }, MadeUpChange.Of(12), "FleetCourier");
        await RecordAsync(folder, "odd", app =>
        {
            foreach (string model in app.Simulator.Models.Keys)
            {
                app.Break(model, new FaultSettings { BrokenJson = Few, RejectSchema = Few, Cut = Few, Http500 = Few, Http429 = Few });
            }
        });
        await RecordAsync(folder, "hanging", app => app.Break("qwen3", new FaultSettings { Hang = new FaultSetting { Rate = 1, Tasks = ["F3"] } }));
    }

    private static async Task RecordAsync(string folder, string scenario, Action<TestApp> prepare, string? diff = null, string? only = null)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 60);
        prepare(app);
        await app.ReviewAsync(new { diff = diff ?? TestApp.Sample("report-export.diff") });
        HashSet<string> shapes = [];
        Dictionary<string, int> counts = [];
        await foreach (OrchestrationMetadata instance in app.Client.GetAllInstancesAsync())
        {
            if (!instance.IsCompleted || instance.Name != (only ?? instance.Name))
            {
                continue;
            }

            InstanceHistory history = app.Engine.ExportHistory(instance.InstanceId);
            int count = counts.GetValueOrDefault(instance.Name);
            if (count < MostOfAKind && shapes.Add(Shape(history)))
            {
                counts[instance.Name] = count + 1;
                await WriteAsync(folder, $"{instance.Name}.{scenario}{count + 1}.json", history);
            }
        }
    }

    /// <summary>Writes a history; stack traces name files from the repository's root.</summary>
    internal static Task WriteAsync(string folder, string name, InstanceHistory history) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), history.ToJson().Replace(Path.GetFullPath(Path.Combine(folder, "..", "..", "..")) + "/", "", StringComparison.Ordinal) + "\n");

    private static string Shape(InstanceHistory history) =>
        history.Name + string.Concat(history.Document.Executions.SelectMany(e => e.Events).Select(e => $"|{e.Kind} {e.Name}"));
}
