using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Content;
using Workflows.Durable.Client;
using Workflows.Shared.Expressions;
using Workflows.Shared.Subtitles;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions.Histories;

/// <summary>Records analyses of subtitles, with their first batch and their first second try.</summary>
internal static class ExpressionRecorder
{
    private const int CuesPerChunk = 10;

    /// <summary>Writes one in parallel, one in sequence, one that stops early, one of several batches, one whose model fails, and one that has no subtitles.</summary>
    public static async Task RecordAsync(string folder)
    {
        await RecordAsync(folder, "parallel1", 6, new ExpressionOptions());
        await RecordAsync(folder, "sequential1", 3, new ExpressionOptions { Parallel = false, SaveOutput = true });
        await RecordAsync(folder, "maximum1", 12, new ExpressionOptions { MaxExpressions = 3 });
        await RecordAsync(folder, "batches1", 24, new ExpressionOptions());
        await RecordAsync(folder, "failed1", 3, new ExpressionOptions(), new FaultSettings { BrokenJson = new FaultSetting { Rate = 1 } });
        await RecordAsync(folder, "missing1", 0, new ExpressionOptions());
    }

    private static async Task RecordAsync(string folder, string scenario, int chunks, ExpressionOptions options, FaultSettings? faults = null)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 60);
        if (faults is not null)
        {
            app.Break("expression", faults);
        }

        ExpressionWork work = new() { Folder = ExpressionContent.Folder("film"), ContentHash = "x", Options = options };
        if (chunks > 0)
        {
            ExpressionRequest request = new() { Segments = [.. Enumerable.Range(0, chunks * CuesPerChunk).Select(Segment)] };
            await app.Services.GetRequiredService<IContentStore>().PutAsync(
                ExpressionContent.Source(work.Folder), JsonSerializer.SerializeToUtf8Bytes(request, ExpressionJson.Options), CancellationToken.None);
        }

        string id = await app.Client.ScheduleNewOrchestrationInstanceAsync(ExpressionNames.Orchestrator, work);
        await app.Client.WaitForInstanceCompletionAsync(id);
        await HistoryRecorder.WriteAsync(folder, $"{ExpressionNames.Orchestrator}.{scenario}.json", app.Engine.ExportHistory(id));
        foreach (string part in new[] { "batch", "again" })
        {
            string batch = $"{id}:{part}-{(part == "batch" ? 1 : 2)}";
            if (await app.Client.GetInstanceAsync(batch) is not null)
            {
                await HistoryRecorder.WriteAsync(folder, $"{ExpressionNames.Batch}.{scenario}-{part}.json", app.Engine.ExportHistory(batch));
            }
        }
    }

    private static SubtitleSegment Segment(int cue)
    {
        double start = (cue / CuesPerChunk * 100) + (cue % CuesPerChunk * 5);
        return new SubtitleSegment
        {
            Start = TimeSpan.FromSeconds(start),
            End = TimeSpan.FromSeconds(start + 4),
            Text = $"We look forward to number {cue}, and we never give up. {new string('x', 400)}",
        };
    }
}
