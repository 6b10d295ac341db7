using Workflows.Durable.Client;
using Workflows.Shared.Debate;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions.Histories;

/// <summary>Records debates.</summary>
internal static class DebateRecorder
{
    private static readonly (string, string)[] Embedding = [("Debates:EmbeddingTask", "embedding"), ("Debates:EvidenceTokens", "30")];

    private static readonly EvidenceDocument[] Evidence =
    [
        new() { Id = "archive", Text = "The archive holds forty thousand letters. Scanning one letter takes two minutes. Most letters were never read." },
        new() { Id = "budget", Text = "The budget of the year pays one half position for scanning." },
    ];

    /// <summary>Writes one in each mode, one that asks the rollout, ones whose personas fail, one whose gate asks for a revision, and ones whose evidence is compared by embeddings.</summary>
    public static async Task RecordAsync(string folder)
    {
        await RecordAsync(folder, "parallel1", DebateMode.Parallel, _ => { });
        await RecordAsync(folder, "sequential1", DebateMode.Sequential, _ => { });
        await RecordAsync(folder, "auto1", DebateMode.Auto, _ => { });
        await RecordAsync(folder, "again1", DebateMode.Parallel, app => Break(app, new FaultSetting { Next = 2, Tasks = ["antithesis"] }));
        await RecordAsync(folder, "nothesis1", DebateMode.Parallel, app => Break(app, new FaultSetting { Rate = 1, Tasks = ["thesis"] }));
        await RecordAsync(folder, "nothesis2", DebateMode.Sequential, app => Break(app, new FaultSetting { Rate = 1, Tasks = ["thesis"] }));
        await RecordAsync(folder, "failed1", DebateMode.Auto, app => Break(app, new FaultSetting { Rate = 1, Tasks = ["synthesis"] }));
        await RecordAsync(folder, "revised1", DebateMode.Parallel, _ => { }, ("Debates:Gate:MinClaims", "12"));
        await RecordAsync(folder, "compared1", DebateMode.Parallel, _ => { }, Embedding);
        await RecordAsync(folder, "uncompared1", DebateMode.Parallel, app => app.Break("embedding", new FaultSettings { Http500 = new FaultSetting { Rate = 1 } }), Embedding);
    }

    private static void Break(TestApp app, FaultSetting fault) => app.Break("debate", new FaultSettings { BrokenJson = fault });

    private static async Task RecordAsync(string folder, string scenario, DebateMode mode, Action<TestApp> prepare, params (string Key, string Value)[] settings)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 60, settings: settings);
        prepare(app);
        DebateRequest request = new() { Goal = "Should the letters of the archive be scanned?", Mode = mode, Complexity = 3, Evidence = Evidence };
        string id = await app.Client.ScheduleNewOrchestrationInstanceAsync(DebateNames.Orchestrator, request);
        await app.Client.WaitForInstanceCompletionAsync(id);
        await HistoryRecorder.WriteAsync(folder, $"{DebateNames.Orchestrator}.{scenario}.json", app.Engine.ExportHistory(id));
    }
}
