using Workflows.Durable.Client;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Histories;

/// <summary>Records changes of the debates' rollout.</summary>
internal static class RolloutRecorder
{
    /// <summary>Writes one that is refused.</summary>
    public static async Task RecordAsync(string folder)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 60);
        string id = await app.Client.ScheduleNewOrchestrationInstanceAsync(DebateNames.ChangeRollout, new RolloutChange(RolloutOperation.Pause, "a test"));
        await app.Client.WaitForInstanceCompletionAsync(id);
        await HistoryRecorder.WriteAsync(folder, $"{DebateNames.ChangeRollout}.refused1.json", app.Engine.ExportHistory(id));
    }
}
