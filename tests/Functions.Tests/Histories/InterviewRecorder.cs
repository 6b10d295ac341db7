using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Functions.Interview;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Uploads;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions.Histories;

/// <summary>Records interviews.</summary>
internal static class InterviewRecorder
{
    private static readonly byte[] Wave = [.. "RIFF"u8, 36, 125, 0, 0, .. "WAVEfmt "u8, .. new byte[32_000]];
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[64]];

    /// <summary>Writes one that is answered in text, one in sound and pictures, one whose models for questions fail, one whose analyses fail, one with unknown stages, and one that expires.</summary>
    public static async Task RecordAsync(string folder)
    {
        await RecordAsync(folder, "plain1", 60, new InterviewRequest { Role = "keeper", Resume = "I kept letters." }, answers: 15);
        await RecordAsync(folder, "spoken1", 60, new InterviewRequest { Role = "keeper", Language = "ko" }, answers: 15, isSpoken: true);
        await RecordAsync(folder, "unknown1", 60, new InterviewRequest { Stages = [.. Enumerable.Repeat("motivation", 15)] }, answers: 15);
        await RecordAsync(folder, "noquestions1", 60, new InterviewRequest(), answers: 15, faults: ("interview_gpu", new FaultSettings { BrokenJson = new FaultSetting { Rate = 1 } }));
        await RecordAsync(folder, "noanalyses1", 60, new InterviewRequest(), answers: 15, faults: ("interview_cpu", new FaultSettings { BrokenJson = new FaultSetting { Rate = 1 } }));
        await RecordAsync(folder, "expired1", 600, new InterviewRequest { AnswerMinutes = 10 }, answers: 2);
    }

    private static async Task RecordAsync(
        string folder, string scenario, double timeScale, InterviewRequest request, int answers, bool isSpoken = false, (string Model, FaultSettings Faults)? faults = null)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale);
        if (faults is { } broken)
        {
            app.Break(broken.Model, broken.Faults);
        }

        InterviewInput input = app.Services.GetRequiredService<InterviewInput>();
        InterviewWork work = input.WorkOf("recorded", request);
        await input.StoreAsync(work, request, CancellationToken.None);
        string id = await app.Client.ScheduleNewOrchestrationInstanceAsync(InterviewNames.Orchestrator, work, new StartOrchestrationOptions("recorded"));
        InterviewDesk desk = app.Services.GetRequiredService<InterviewDesk>();
        for (int stage = 1; stage <= answers; stage++)
        {
            int open = stage;
            await desk.WaitAsync(app.Client, id, state => state.Stage is { Question: not null } at && at.Number == open, TimeSpan.FromHours(1), CancellationToken.None);
            AnswerUpload upload = isSpoken && stage == 2
                ? new AnswerUpload { Audio = MediaFiles.Audio(Wave), Frames = [MediaFiles.Frame(Picture)!] }
                : new AnswerUpload { Text = $"In stage {stage} I kept {stage * 100} letters in order." };
            await app.Services.GetRequiredService<AnswerDesk>().TakeAsync(app.Client, id, upload, CancellationToken.None);
        }

        await app.Client.WaitForInstanceCompletionAsync(id);
        await HistoryRecorder.WriteAsync(folder, $"{InterviewNames.Orchestrator}.{scenario}.json", app.Engine.ExportHistory(id));
    }
}
