using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Expressions;
using Workflows.Activities.Tests.Content;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Orchestrations.Expressions;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Expressions;
using Workflows.Shared.Models;
using Workflows.Shared.Subtitles;

namespace Workflows.Orchestrations.Tests.Expressions;

/// <summary>Analyses of made-up films in virtual time. Each chunk has one expression of its own, and one that comes again in the next chunk; the model server answers after some seconds.</summary>
internal sealed partial class TestFilm : IAsyncDisposable
{
    private const int CuesPerChunk = 10;

    private readonly DurableTestHost _host;
    private readonly ConcurrentDictionary<int, int> _sends = [];
    private readonly DateTimeOffset _began;
    private int _atOnce;

    private TestFilm(DurableTestHost host, MemoryContentStore store)
    {
        _host = host;
        _began = host.Time.GetUtcNow();
        Store = store;
    }

    public DurableTaskClient Client => _host.Client;

    public MemoryContentStore Store { get; }

    /// <summary>How long a chunk takes, in seconds.</summary>
    public Func<int, double> Seconds { get; set; } = _ => 5;

    /// <summary>How many more characters than others the cues of a chunk have, at most 80.</summary>
    public Func<int, int> Longer { get; set; } = _ => 0;

    /// <summary>What becomes of a chunk's first, second … request; null: it is answered.</summary>
    public Func<int, int, ModelSendStatus?> Fault { get; set; } = (_, _) => null;

    /// <summary>The chunks in the order in which they were asked about.</summary>
    public ConcurrentQueue<int> Asked { get; } = [];

    /// <summary>When each request came, in seconds of virtual time since the host's start, and how many were under way then, it among them.</summary>
    public ConcurrentQueue<(double At, int AtOnce)> Load { get; } = [];

    /// <summary>What the figures were told.</summary>
    public ConcurrentQueue<ExpressionNote> Notes { get; } = [];

    /// <summary>Whether the figures can be told nothing.</summary>
    public bool AreFiguresBroken { get; set; }

    /// <summary>Seconds of virtual time since the host's start.</summary>
    public double Now => (_host.Time.GetUtcNow() - _began).TotalSeconds;

    public static async Task<TestFilm> StartAsync(int slots = 5, bool byHand = false)
    {
        TestFilm? film = null;
        MemoryContentStore store = new();
        VirtualTime time = new();
        ExpressionMetrics metrics = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
        ModelCatalogue catalogue = new(new ModelOptions { Pools = { ["expression"] = new ModelPoolOptions { MaxConcurrent = slots, TimeoutSeconds = 300 } } });
        DurableTestHost host = await DurableTestHost.StartAsync(
            registry =>
            {
                registry.AddEntity<ModelFleet>(nameof(ModelFleet));
                registry.AddOrchestratorFunc<ModelCallResult>(nameof(ModelCall), context => ModelCall.Run(context));
                registry.AddOrchestratorFunc(nameof(FleetCourier), context => FleetCourier.Run(context));
                registry.AddOrchestratorFunc<ExpressionReport>(ExpressionNames.Orchestrator, context => ExpressionOrchestrator.Run(context));
                registry.AddOrchestratorFunc(ExpressionNames.Batch, context => ExpressionBatch.Run(context));
                registry.AddActivityFunc<ExpressionWork, ExpressionPlan>(nameof(PrepareExpressions), (_, work) => new PrepareExpressions(store, catalogue).RunAsync(work, CancellationToken.None));
                registry.AddActivityFunc<ChunkWork, IReadOnlyList<FoundExpression>>(nameof(ReadChunkAnswer), (_, work) => new ReadChunkAnswer(store).RunAsync(work, CancellationToken.None));
                registry.AddActivityFunc<string>(nameof(ForgetExpressions), (_, folder) => new ForgetExpressions(store).RunAsync(folder, CancellationToken.None));
                registry.AddActivityFunc<ExpressionNote>(nameof(NoteExpressions), (_, note) => film!.Note(note, metrics));
                registry.AddActivityFunc<ModelSend, ModelSendOutcome>(ModelSend.ActivityName, (_, send) => film!.AnswerAsync(send, time));
            },
            options =>
            {
                options.Services.AddSingleton<IModelCatalogue>(catalogue);
                options.Services.AddSingleton<TimeProvider>(time);
                options.Time = time;

                // Activities here only wait for the clock, and do nothing real meanwhile.
                options.QuietPeriod = TimeSpan.FromMilliseconds(8);
                options.AutoAdvance = byHand ? AutoAdvance.Never : options.AutoAdvance;
            });
        return film = new TestFilm(host, store);
    }

    /// <summary>Puts a film of so many chunks into the store.</summary>
    public ExpressionWork Keep(int chunks, ExpressionOptions? options = null)
    {
        string folder = ExpressionContent.Folder("film");
        ExpressionRequest request = new() { Segments = [.. Enumerable.Range(0, chunks * CuesPerChunk).Select(Segment)] };
        Store.Put(ExpressionContent.Source(folder), JsonSerializer.Serialize(request, ExpressionJson.Options));
        return new ExpressionWork { Folder = folder, ContentHash = "x", Options = options ?? new ExpressionOptions() };
    }

    public Task<string> BeginAsync(ExpressionWork work) =>
        Client.ScheduleNewOrchestrationInstanceAsync(ExpressionNames.Orchestrator, work, TestContext.Current.CancellationToken);

    public async Task<ExpressionReport> EndAsync(string id)
    {
        OrchestrationMetadata ended = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"It ended as {ended.RuntimeStatus}: {ended.FailureDetails}");
        return ended.ReadOutputAs<ExpressionReport>()!;
    }

    public async Task<ExpressionReport> RunAsync(int chunks, ExpressionOptions? options = null) => await EndAsync(await BeginAsync(Keep(chunks, options)));

    public Task RestartAsync() => _host.RestartAsync();

    public Task PassAsync(TimeSpan time) => _host.AdvanceAsync(time, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task Note(ExpressionNote note, ExpressionMetrics metrics)
    {
        if (AreFiguresBroken)
        {
            throw new InvalidOperationException("No figures.");
        }

        Notes.Enqueue(note);
        new NoteExpressions(metrics).Run(note);
        return Task.CompletedTask;
    }

    // The first cue of a chunk ends a long silence, and ten of them fill more than half of a chunk: so the film has exactly as many chunks as are wanted.
    private SubtitleSegment Segment(int cue)
    {
        int chunk = cue / CuesPerChunk;
        string said = (cue % CuesPerChunk) switch
        {
            0 => $"Chunk {chunk + 1} is here.",
            1 => $"We {Word("look", chunk)} forward to it.",
            2 => $"They {Word("give", chunk)} up at last.",
            3 => $"They {Word("give", chunk + 1)} up at last.",
            _ => "Nothing else is said.",
        };
        double start = (chunk * 100) + (cue % CuesPerChunk * 5);
        return new SubtitleSegment { Start = TimeSpan.FromSeconds(start), End = TimeSpan.FromSeconds(start + 4), Text = $"{said} {new string('x', 400 + Longer(chunk + 1))}" };
    }

    // No word ends as a form of another does.
    private static string Word(string stem, int number) => stem + string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => "bcfhjkmpqv"[digit - '0']));

    private async Task<ModelSendOutcome> AnswerAsync(ModelSend send, TimeProvider time)
    {
        string text = Encoding.UTF8.GetString((await Store.GetAsync(send.Request.Prompt.ContentKey!, CancellationToken.None))!.Value.Span);
        int chunk = int.Parse(ChunkNumber().Match(text).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Asked.Enqueue(chunk);
        Load.Enqueue((Now, Interlocked.Increment(ref _atOnce)));
        double seconds = Seconds(chunk);
        if (seconds > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time);
        }

        Interlocked.Decrement(ref _atOnce);
        ModelSendStatus? fault = Fault(chunk, _sends.AddOrUpdate(chunk, 1, (_, count) => count + 1));
        return fault is { } status
            ? new ModelSendOutcome { Status = status, Error = "secret words of the film", SentAt = send.Lease.GrantedAt, Seconds = seconds }
            : new ModelSendOutcome { Status = ModelSendStatus.Answered, Answer = Answer(chunk - 1), SentAt = send.Lease.GrantedAt, Seconds = seconds, PromptTokens = 10, CompletionTokens = 5, Model = "m" };
    }

    private static string Answer(int chunk) => JsonSerializer.Serialize(new
    {
        expressions = new[] { $"{Word("give", chunk + 1)} up", $"{Word("look", chunk)} forward to", $"{Word("give", chunk)} up" }
            .Select(expression => new { expression, translation = "t", meaning = "m", usage = "u", similar = Array.Empty<string>(), lines = Array.Empty<int>() }),
    });

    [GeneratedRegex(@"Chunk (\d+) is here")]
    private static partial Regex ChunkNumber();
}
