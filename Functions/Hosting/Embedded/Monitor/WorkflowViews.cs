using System.Text.Json;
using Microsoft.Extensions.Options;
using Workflows.Activities.Content;
using Workflows.Runtime.Host.Monitor;
using Workflows.Shared.Consultation;
using Workflows.Shared.Debate;
using Workflows.Shared.Expressions;
using Workflows.Shared.Interview;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Functions.Hosting.Monitor;

/// <summary>Shows the monitor what the workflows' results are made of, in the JSON of their own routes.</summary>
internal sealed class WorkflowViews : IMonitorResults
{
    private readonly JsonSerializerOptions _json;
    private readonly Dictionary<string, Func<MonitorInstance, CancellationToken, Task<MonitorResult?>>> _views;

    /// <param name="json">How durable payloads are read.</param>
    /// <param name="client">Reads batches.</param>
    /// <param name="store">Holds consultations.</param>
    public WorkflowViews(IOptions<JsonSerializerOptions> json, DurableTaskClient client, IContentStore store)
    {
        _json = json.Value;
        ConsultationViews consultations = new(client, store);
        _views = new(StringComparer.OrdinalIgnoreCase)
        {
            [ReviewNames.Orchestrator] = (instance, _) => Task.FromResult(Review(instance)),
            [DebateNames.Orchestrator] = (instance, _) => Task.FromResult(Debate(instance)),
            [ExpressionNames.Orchestrator] = (instance, _) => Task.FromResult(Expressions(instance)),
            [InterviewNames.Orchestrator] = (instance, _) => Task.FromResult(Interview(instance)),
            [ConsultationNames.AnalyzeConsultation] = (instance, cancellation) =>
                Read<ConsultationWork>(instance.Input) is { } work ? consultations.ConsultationAsync(work, cancellation) : None(),
            [ConsultationNames.AcceptBatch] = (instance, cancellation) =>
                Read<AcceptedBatch>(instance.Output) is { } accepted ? consultations.BatchAsync(accepted.Acceptance.BatchId, cancellation) : None(),
            [ConsultationNames.FinishBatch] = (instance, cancellation) => Read<string>(instance.Input) is { } batch ? consultations.BatchAsync(batch, cancellation) : None(),
        };
    }

    public bool Knows(string orchestrator) => _views.ContainsKey(orchestrator);

    public Task<MonitorResult?> ReadAsync(MonitorInstance instance, CancellationToken cancellationToken) =>
        _views.TryGetValue(instance.Name, out Func<MonitorInstance, CancellationToken, Task<MonitorResult?>>? view) ? view(instance, cancellationToken) : None();

    private static Task<MonitorResult?> None() => Task.FromResult<MonitorResult?>(null);

    private static JsonElement? Written<T>(T? value, JsonSerializerOptions options)
        where T : class => value is null ? null : JsonSerializer.SerializeToElement(value, options);

    private MonitorResult? Review(MonitorInstance instance)
    {
        ReviewRequest? request = Read<ReviewRequest>(instance.Input);
        return new MonitorResult("review", new { report = Written(Read<ReviewReport>(instance.Output), ReviewJson.Options), diff = request?.Diff, title = request?.Title });
    }

    private MonitorResult? Debate(MonitorInstance instance)
    {
        DebateRequest? request = Read<DebateRequest>(instance.Input);
        return new MonitorResult("debate", new
        {
            result = Written(Read<DebateReport>(instance.Output), DebateJson.Options),
            goal = request?.Goal,
            plan = request?.Plan,
            ledger = Written(Read<DebateProgress>(instance.CustomStatus)?.Ledger, DebateJson.Options),
        });
    }

    private MonitorResult? Expressions(MonitorInstance instance) =>
        Read<ExpressionReport>(instance.Output) is { } report ? new MonitorResult("expressions", new { result = Written(report, ExpressionJson.Options) }) : null;

    private MonitorResult? Interview(MonitorInstance instance) => new("interview", new
    {
        result = Written(Read<InterviewReport>(instance.Output), InterviewJson.Options),
        progress = Written(Read<InterviewProgress>(instance.CustomStatus), InterviewJson.Options),
    });

    private T? Read<T>(string? payload)
    {
        try
        {
            return payload is null ? default : JsonSerializer.Deserialize<T>(payload, _json);
        }
        catch (JsonException)
        {
            // Stored by an earlier version: there is nothing to show.
            return default;
        }
    }
}
