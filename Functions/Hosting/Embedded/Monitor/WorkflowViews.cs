using System.Text.Json;
using Workflows.Runtime.Host.Monitor;
using Workflows.Shared.Debate;
using Workflows.Shared.Expressions;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Functions.Hosting.Monitor;

/// <summary>Shows the monitor what the workflows' results are made of, in the JSON of their own routes.</summary>
/// <param name="json">How durable payloads are read.</param>
internal sealed class WorkflowViews(Microsoft.Extensions.Options.IOptions<JsonSerializerOptions> json) : IMonitorResults
{
    public bool Knows(string orchestrator) => View(orchestrator) is not null;

    public Task<MonitorResult?> ReadAsync(MonitorInstance instance, CancellationToken cancellationToken) => Task.FromResult(View(instance.Name)?.Invoke(instance));

    private Func<MonitorInstance, MonitorResult?>? View(string orchestrator) => orchestrator.ToUpperInvariant() switch
    {
        "PULLREQUESTREVIEW" => Review,
        "DEBATE" => Debate,
        "EXPRESSIONS" => Expressions,
        "ANALYZECONSULTATION" => Consultation,
        _ => null,
    };

    private MonitorResult? Review(MonitorInstance instance) => new("review", new
    {
        report = Written(Read<ReviewReport>(instance.Output), ReviewJson.Options),
        diff = Read<ReviewRequest>(instance.Input)?.Diff,
        title = Read<ReviewRequest>(instance.Input)?.Title,
    });

    private MonitorResult? Debate(MonitorInstance instance)
    {
        DebateProgress? progress = Read<DebateProgress>(instance.CustomStatus);
        return new MonitorResult("debate", new
        {
            result = Written(Read<DebateReport>(instance.Output), DebateJson.Options),
            goal = Read<DebateRequest>(instance.Input)?.Goal,
            plan = Read<DebateRequest>(instance.Input)?.Plan,
            ledger = Written(progress?.Ledger, DebateJson.Options),
        });
    }

    private MonitorResult? Expressions(MonitorInstance instance) =>
        Read<ExpressionReport>(instance.Output) is { } report ? new MonitorResult("expressions", new { result = Written(report, ExpressionJson.Options) }) : null;

    private MonitorResult? Consultation(MonitorInstance instance) =>
        Read<JsonElement?>(instance.Output) is { } output ? new MonitorResult("consultation", new { result = output }) : null;

    private static JsonElement? Written<T>(T? value, JsonSerializerOptions options)
        where T : class => value is null ? null : JsonSerializer.SerializeToElement(value, options);

    private T? Read<T>(string? payload)
    {
        try
        {
            return payload is null ? default : JsonSerializer.Deserialize<T>(payload, json.Value);
        }
        catch (JsonException)
        {
            // Stored by an earlier version: there is nothing to show.
            return default;
        }
    }
}
