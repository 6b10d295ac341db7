using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Content;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Functions.Interview;
using Workflows.Planner.Running;
using Workflows.Shared.Interview;
using Workflows.Simulator;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;

namespace Workflows.Bench.Interview.Driving;

/// <summary>The application in virtual time, with the documents' models (8 questions of 40 s and 4 analyses of 60 s at once), and candidates who look every few seconds and think for 10 to 40 minutes.</summary>
internal sealed class VirtualInterviews : IAsyncDisposable
{
    private const double LookSeconds = 5;
    private const double LeastThinking = 600;
    private const double MostThinking = 2_400;
    private const string Said = "I kept forty thousand letters in order for four years, with three colleagues, and nothing was lost in the flood of 2023.";

    private static readonly string[] Processors = ["interview_cpu", "embedding", "speech", "vision"];

    private readonly VirtualApp _app;
    private readonly Random _random;

    private VirtualInterviews(VirtualApp app, int seed)
    {
        _app = app;
        _random = new Random(seed);
        Began = app.Time.GetUtcNow();
    }

    /// <summary>When it began.</summary>
    public DateTimeOffset Began { get; }

    /// <summary>Hours that have passed.</summary>
    public double Hours => _app.Now / 3_600;

    /// <summary>Starts the application.</summary>
    public static async Task<VirtualInterviews> StartAsync(int seed)
    {
        VirtualAppOptions options = new() { Simulator = new SimulatorOptions { Models = NamedProfiles.Get(NamedProfiles.Documents), Seed = seed } };
        options.Settings["Models:SimulatorProfile"] = NamedProfiles.Documents;
        options.Settings["Interviews:AnswerMinutes"] = "120";
        return new VirtualInterviews(await VirtualApp.StartAsync(options), seed);
    }

    /// <summary>Has all that runs on processors fail for a while.</summary>
    public void BreakProcessors(double from, double seconds)
    {
        _app.At(from, () => Break(new FaultSettings { Http500 = new FaultSetting { Rate = 1 } }));
        _app.At(from + seconds, () => Break(new FaultSettings()));
    }

    /// <summary>Holds interviews, all begun at once, to their reports.</summary>
    public async Task<IReadOnlyList<InterviewReport>> RunAsync(int count)
    {
        InterviewInput input = _app.Services.GetRequiredService<InterviewInput>();
        string[] ids = [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"interview-{number:D3}"))];
        foreach (string id in ids)
        {
            InterviewRequest request = new() { Role = "keeper of the archive" };
            InterviewWork work = input.WorkOf(id, request);
            await input.StoreAsync(work, request, CancellationToken.None);
            await _app.Client.ScheduleNewOrchestrationInstanceAsync(InterviewNames.Orchestrator, work, new StartOrchestrationOptions(id));
            Look(id, work, 1, LookSeconds);
        }

        List<InterviewReport> reports = [];
        foreach (string id in ids)
        {
            OrchestrationMetadata ended = await _app.RunAsync(id);
            reports.Add(ended.ReadOutputAs<InterviewReport>() ?? throw new InvalidOperationException($"{id} ended as {ended.RuntimeStatus}: {ended.FailureDetails?.ErrorMessage}"));
        }

        return reports;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Break(FaultSettings faults)
    {
        foreach (SimulatorModel model in Processors.Select(name => _app.Models[name]))
        {
            model.Update(profile => profile with { Faults = faults });
        }
    }

    /// <summary>Looks for the question of a stage, again and again, then thinks. What the clock calls must not wait for it: reads and events do not.</summary>
    private void Look(string id, InterviewWork work, int stage, double seconds) => _app.At(seconds, () =>
    {
        OrchestrationMetadata instance = _app.Client.GetInstanceAsync(id, getInputsAndOutputs: true).GetAwaiter().GetResult()!;
        InterviewProgress? progress = instance.SerializedCustomStatus is null or "null" ? null : instance.ReadCustomStatusAs<InterviewProgress>();
        if (progress?.Stage is { Question: not null } open && open.Number == stage)
        {
            _app.At(LeastThinking + (_random.NextDouble() * (MostThinking - LeastThinking)), () => Answer(id, work, stage));
        }
        else if (!instance.IsCompleted)
        {
            Look(id, work, stage, LookSeconds);
        }
    });

    private void Answer(string id, InterviewWork work, int stage)
    {
        string hash = stage.ToString("x16", CultureInfo.InvariantCulture);
        byte[] text = JsonSerializer.SerializeToUtf8Bytes(new StoredAnswer($"{Said} ({id}, {stage})"), InterviewJson.Options);
        _app.Services.GetRequiredService<IContentStore>().PutAsync(InterviewContent.Answer(work.Folder, stage, hash), text, CancellationToken.None).GetAwaiter().GetResult();
        _app.Client.RaiseEventAsync(id, InterviewNames.AnswerEvent(work.Stages[stage - 1].Key), new InterviewAnswer { Hash = hash }).GetAwaiter().GetResult();
        if (stage < work.Stages.Count)
        {
            Look(id, work, stage + 1, work.Stages[stage].IsFixed ? LookSeconds : 40);
        }
    }
}
