using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Workflows.Activities.Interview;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Functions.Interview;
using Workflows.Orchestrations.Fleet;
using Workflows.Orchestrations.Interview;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Interview;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Interview;

/// <summary>Interviews in virtual time. The model server takes 40 s for a question, 60 s for an analysis and 15 s for a light one; the candidates answer after some seconds, by the clock.</summary>
internal sealed class TestInterviews : IAsyncDisposable
{
    private readonly DurableTestHost _host;
    private readonly VirtualTime _time;
    private readonly UnownedTime _candidates;
    private readonly InterviewInput _input;
    private readonly ConcurrentDictionary<string, int> _questions = new();

    private TestInterviews(DurableTestHost host, VirtualTime time, MemoryContentStore store, InterviewInput input)
    {
        _host = host;
        _time = time;
        _candidates = new UnownedTime(time);
        _input = input;
        Store = store;
    }

    public DurableTaskClient Client => _host.Client;

    public MemoryContentStore Store { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>How long a request takes, in seconds, by its task; the short rubric is <c>light</c>.</summary>
    public Dictionary<string, double> Seconds { get; } = new()
    {
        [InterviewNames.QuestionTask] = 40, [InterviewNames.AnalysisTask] = 60, ["light"] = 15, [InterviewNames.ReportTask] = 20, [InterviewNames.EmbeddingTask] = 0.2, [InterviewNames.SpeechTask] = 3, [InterviewNames.VisionTask] = 1,
    };

    /// <summary>What becomes of a request; null: it is answered.</summary>
    public Func<ModelSend, ModelSendStatus?> Fault { get; set; } = _ => null;

    /// <summary>What is answered in place of the usual.</summary>
    public Func<ModelSend, string?> Says { get; set; } = _ => null;

    /// <summary>How long a candidate takes for an answer, by stage; null: there is no answer.</summary>
    public Func<string, int, double?> Thinks { get; set; } = (_, _) => 30;

    /// <summary>The requests in the order in which they came.</summary>
    public ConcurrentQueue<ModelSend> Sends { get; } = [];

    public static async Task<TestInterviews> StartAsync(InterviewOptions? options = null, int gpu = 8, int cpu = 4, bool byHand = false)
    {
        TestInterviews? interviews = null;
        MemoryContentStore store = new();
        VirtualTime time = new();
        ModelCatalogue catalogue = new(new ModelOptions
        {
            SimulatorProfile = "documents",
            Pools = { ["interview_gpu"] = new ModelPoolOptions { MaxConcurrent = gpu }, ["interview_cpu"] = new ModelPoolOptions { MaxConcurrent = cpu } },
        });
        IOptions<InterviewOptions> settings = Options.Create(options ?? new InterviewOptions());
        InterviewInput input = new(store, new InterviewScenarios(settings), settings, catalogue);
        InterviewMetrics metrics = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
        DurableTestHost host = await DurableTestHost.StartAsync(
            registry =>
            {
                registry.AddEntity<ModelFleet>(nameof(ModelFleet));
                registry.AddOrchestratorFunc<ModelCallResult>(nameof(ModelCall), context => ModelCall.Run(context));
                registry.AddOrchestratorFunc(nameof(FleetCourier), context => FleetCourier.Run(context));
                registry.AddOrchestratorFunc<InterviewReport>(InterviewNames.Orchestrator, context => InterviewOrchestrator.Run(context));
                registry.AddActivityFunc<string, InterviewPlan>(nameof(PrepareInterview), (_, folder) => new PrepareInterview(store).RunAsync(folder, CancellationToken.None));
                registry.AddActivityFunc<QuestionWork, PreparedPrompt>(nameof(PrepareQuestion), (_, work) => new PrepareQuestion(store).RunAsync(work, CancellationToken.None));
                registry.AddActivityFunc<AnalysisWork, PreparedPrompt?>(nameof(PrepareAnalysis), (_, work) => new PrepareAnalysis(store).RunAsync(work, CancellationToken.None));
                registry.AddActivityFunc<SummaryWork, PreparedPrompt>(nameof(PrepareSummary), (_, work) => new PrepareSummary(store).RunAsync(work, CancellationToken.None));
                registry.AddActivityFunc<TranscriptWork>(nameof(KeepTranscript), (_, work) => new KeepTranscript(store).RunAsync(work, CancellationToken.None));
                registry.AddActivityFunc<ReportWork, InterviewReport>(nameof(CompleteReport), (_, work) => new CompleteReport(store).RunAsync(work, CancellationToken.None));
                registry.AddActivityFunc<string>(nameof(ForgetInterview), (_, folder) => new ForgetInterview(store).RunAsync(folder, CancellationToken.None));
                registry.AddActivityFunc<InterviewNote>(nameof(NoteInterview), (_, note) => interviews!.Note(note, metrics));
                registry.AddActivityFunc<ModelSend, ModelSendOutcome>(ModelSend.ActivityName, (_, send) => interviews!.AnswerAsync(send));
            },
            host =>
            {
                host.Services.AddSingleton<IModelCatalogue>(catalogue);
                host.Services.AddSingleton<TimeProvider>(time);
                host.Time = time;

                // Activities here only wait for the clock, and do nothing real meanwhile.
                host.QuietPeriod = TimeSpan.FromMilliseconds(8);
                host.AutoAdvance = byHand ? AutoAdvance.Never : host.AutoAdvance;
            });
        return interviews = new TestInterviews(host, time, store, input);
    }

    /// <summary>Starts an interview whose candidate answers by <see cref="Thinks"/>.</summary>
    public async Task BeginAsync(string id, InterviewRequest? request = null)
    {
        request ??= new InterviewRequest { Role = "keeper of the archive" };
        InterviewWork work = _input.WorkOf(id, request);
        await _input.StoreAsync(work, request, TestContext.Current.CancellationToken);
        await Client.ScheduleNewOrchestrationInstanceAsync(InterviewNames.Orchestrator, work, new StartOrchestrationOptions(id), TestContext.Current.CancellationToken);
    }

    /// <summary>Puts an answer into the store and raises its event.</summary>
    public async Task SayAsync(string id, string stage, int number, string text, string hash = "aa", InterviewRequest? request = null)
    {
        string folder = (await Client.GetInstanceAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken))!.ReadInputAs<InterviewWork>()!.Folder;
        Store.Put(InterviewContent.Answer(folder, number, hash), JsonSerializer.Serialize(new StoredAnswer(text), InterviewJson.Options));
        await Client.RaiseEventAsync(id, InterviewNames.AnswerEvent(stage), new InterviewAnswer { Hash = hash }, TestContext.Current.CancellationToken);
    }

    public async Task<InterviewReport> EndAsync(string id)
    {
        OrchestrationMetadata ended = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"It ended as {ended.RuntimeStatus}: {ended.FailureDetails}");
        return ended.ReadOutputAs<InterviewReport>()!;
    }

    public async Task<InterviewReport> HoldAsync(string id = "one", InterviewRequest? request = null)
    {
        await BeginAsync(id, request);
        return await EndAsync(id);
    }

    public async Task<InterviewProgress?> ProgressAsync(string id) =>
        (await Client.GetInstanceAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken)) is { SerializedCustomStatus: not (null or "null") } instance ? instance.ReadCustomStatusAs<InterviewProgress>() : null;

    /// <summary>Has something done at a time from now. The activity that asks for it does not wait for that.</summary>
    public void At(TimeSpan time, Action act) => _candidates.CreateTimer(_ => act(), null, time, Timeout.InfiniteTimeSpan);

    public Task RestartAsync() => _host.RestartAsync();

    public Task PassAsync(TimeSpan time) => _host.AdvanceAsync(time, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>A candidate answers once the question is told to be out; that is when it is noted.</summary>
    private async Task Note(InterviewNote note, InterviewMetrics metrics)
    {
        new NoteInterview(metrics, NullLogger<NoteInterview>.Instance).Run(note);
        if (note.Question is null || Thinks(note.Interview, note.Stage) is not { } seconds)
        {
            return;
        }

        InterviewWork work = (await Client.GetInstanceAsync(note.Interview, getInputsAndOutputs: true))!.ReadInputAs<InterviewWork>()!;
        string text = $"In stage {note.Stage} I say: I kept {note.Stage * 100} letters in order. It took two years, and nothing was lost.";
        Store.Put(InterviewContent.Answer(work.Folder, note.Stage, "aa"), JsonSerializer.Serialize(new StoredAnswer(text), InterviewJson.Options));
        At(TimeSpan.FromSeconds(seconds), () => Client.RaiseEventAsync(note.Interview, InterviewNames.AnswerEvent(work.Stages[note.Stage - 1].Key), new InterviewAnswer { Hash = "aa" }).GetAwaiter().GetResult());
    }

    private async Task<ModelSendOutcome> AnswerAsync(ModelSend send)
    {
        Sends.Enqueue(send);
        bool isLight = send.Request.SchemaName == "interview_analysis_light";
        ModelSendStatus? fault = Fault(send);
        double seconds = fault is ModelSendStatus.Unavailable ? 0 : Seconds[isLight ? "light" : send.Request.Task];
        if (seconds > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), _time);
        }

        if (fault is { } status)
        {
            return new ModelSendOutcome { Status = status, Error = "secret words of the interview", SentAt = send.Lease.GrantedAt, Seconds = seconds };
        }

        return new ModelSendOutcome
        {
            Status = ModelSendStatus.Answered,
            Answer = Says(send) ?? Usual(send),
            SentAt = send.Lease.GrantedAt,
            Seconds = seconds,
            PromptTokens = 10,
            CompletionTokens = 5,
            Model = "m",
            HttpStatus = 200,
        };
    }

    private string Usual(ModelSend send) => send.Request.SchemaName switch
    {
        "interview_question" => $$"""{"question":"Question {{_questions.AddOrUpdate(Interview(send), 1, (_, count) => count + 1)}}: what then?"}""",
        "interview_analysis" => """{"score":4,"relevance":4,"specificity":5,"structure":3,"roleFit":4,"summary":"It is to the point.","strengths":["order"],"concerns":[]}""",
        "interview_analysis_light" => """{"score":3,"summary":"Short."}""",
        "interview_summary" => """{"overall":"All in all.","strengths":["order"],"concerns":[],"nextSteps":[]}""",
        _ => JsonSerializer.Serialize(send.Request.Similarity!.Texts.Select(_ => 0.5)),
    };

    private static string Interview(ModelSend send) => send.Request.Prompt.ContentKey!.Split('/')[1];
}
