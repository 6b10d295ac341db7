using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Host.Management;

/// <summary>
/// The history of an instance's last execution in the words of the Functions extension: the result of a call tells what was called and
/// when, and the call itself is listed only while it has no result. Times are those of the turns.
/// </summary>
/// <param name="showInput">Inputs are told.</param>
/// <param name="showOutput">Results are told.</param>
internal sealed class HistoryView(bool showInput, bool showOutput)
{
    private readonly List<JsonObject> _shown = [];
    private readonly Dictionary<int, JsonObject> _calls = [];
    private readonly HashSet<JsonObject> _answered = new(ReferenceEqualityComparer.Instance);
    private DateTime _turn;

    /// <summary>The events, oldest first.</summary>
    public IReadOnlyList<JsonObject> Of(IEnumerable<HistoryEvent> events)
    {
        foreach (HistoryEvent e in events)
        {
            Add(e);
        }

        return [.. _shown.Where(shown => !_answered.Contains(shown))];
    }

    private void Add(HistoryEvent e)
    {
        switch (e.Kind)
        {
            case HistoryEventKind.TurnStarted:
                _turn = e.Time?.UtcDateTime ?? _turn;
                break;
            case HistoryEventKind.ExecutionStarted:
                Show("ExecutionStarted", Input(e.Payload), ("FunctionName", e.Name));
                break;
            case HistoryEventKind.ActivityScheduled:
                _calls[e.TaskId] = Show("TaskScheduled", ("Name", e.Name), Input(e.Payload));
                break;
            case HistoryEventKind.SubOrchestrationScheduled:
                _calls[e.TaskId] = Show("SubOrchestrationInstanceCreated", ("Name", e.Name), ("InstanceId", e.Target), Input(e.Payload));
                break;
            case HistoryEventKind.ActivityCompleted:
                Answer("TaskCompleted", e, Result(e.Payload));
                break;
            case HistoryEventKind.SubOrchestrationCompleted:
                Answer("SubOrchestrationInstanceCompleted", e, Result(e.Payload));
                break;
            case HistoryEventKind.ActivityFailed:
                Answer("TaskFailed", e, Failure(e));
                break;
            case HistoryEventKind.SubOrchestrationFailed:
                Answer("SubOrchestrationInstanceFailed", e, Failure(e));
                break;
            case HistoryEventKind.ExecutionCompleted:
                Show("ExecutionCompleted", [("OrchestrationStatus", ((OrchestrationRuntimeStatus)e.Details!.Status!).ToString()), Result(e.Payload), .. Failure(e)]);
                break;
            default:
                AddMessage(e);
                break;
        }
    }

    /// <summary>Timers, events and what was done to the instance. An entity's call is a message to it and its answer an event, as in the extension.</summary>
    private void AddMessage(HistoryEvent e)
    {
        switch (e.Kind)
        {
            case HistoryEventKind.TimerCreated:
                _calls[e.TaskId] = Show("TimerCreated", ("FireAt", e.Time?.UtcDateTime));
                break;
            case HistoryEventKind.TimerFired:
                Show("TimerFired", ("FireAt", _calls.TryGetValue(e.TaskId, out JsonObject? timer) ? timer["FireAt"]?.DeepClone() : null));
                break;
            case HistoryEventKind.EventRaised:
                Show("EventRaised", ("Name", e.Name), Input(e.Payload));
                break;
            case HistoryEventKind.EventSent or HistoryEventKind.EntityCalled or HistoryEventKind.EntitySignaled:
                Show("EventSent", ("InstanceId", e.Target), ("Name", e.Name), Input(e.Payload));
                break;
            case HistoryEventKind.EntityCallCompleted:
                Show("EventRaised", Result(e.Payload));
                break;
            case HistoryEventKind.EntityCallFailed:
                Show("EventRaised", [.. Failure(e)]);
                break;
            case HistoryEventKind.ExecutionSuspended or HistoryEventKind.ExecutionResumed or HistoryEventKind.ExecutionRewound or HistoryEventKind.ExecutionTerminated:
                Show(e.Kind.ToString(), ("Reason", Json(e.Payload)));
                break;
        }
    }

    private void Answer(string type, HistoryEvent e, params IEnumerable<(string Name, JsonNode? Value)> rest)
    {
        JsonObject? call = _calls.GetValueOrDefault(e.TaskId);
        if (call is not null)
        {
            _answered.Add(call);
        }

        Show(
            type,
            [("FunctionName", call?["Name"]?.DeepClone()), ("ScheduledTime", call?["Timestamp"]?.DeepClone()), ("Input", call?["Input"]?.DeepClone()), .. rest]);
    }

    private JsonObject Show(string type, params IEnumerable<(string Name, JsonNode? Value)> properties)
    {
        JsonObject shown = new() { ["EventType"] = type };
        foreach ((string name, JsonNode? value) in properties.Where(property => property.Value is not null))
        {
            shown[name] = value;
        }

        shown["Timestamp"] = _turn;
        _shown.Add(shown);
        return shown;
    }

    /// <summary>Inputs are told as text, results as JSON: so does the extension.</summary>
    private (string Name, JsonNode? Value) Input(string? payload) => ("Input", showInput ? payload : null);

    private (string Name, JsonNode? Value) Result(string? payload) =>
        ("Result", showOutput ? Json(payload) : null);

    private static JsonNode? Json(string? payload) => PayloadJson.Read(payload) is { } json ? JsonSerializer.SerializeToNode(json) : null;

    private static IEnumerable<(string Name, JsonNode? Value)> Failure(HistoryEvent e) =>
        e.Details?.Failure is { } failure ? [("Reason", failure.ErrorMessage), ("Details", failure.ToString())] : [];
}
