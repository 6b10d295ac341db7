using Microsoft.AspNetCore.Http;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Activities;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>The history of an instance: as a table, as a timeline, and whole.</summary>
internal sealed class HistoryRoutes(DurableEngine engine)
{
    private const int PageSize = 200;
    private const int LargestPage = 1000;
    private const int PayloadLength = 512;
    private const int Spans = 10_000;
    private const int MostSpans = 20_000;

    public void Map(MonitorApi api)
    {
        api.Get("/instances/{id}/history", Page);
        api.Get("/instances/{id}/history/{execution}/{sequence}/payload", Payload);
        api.Get("/instances/{id}/timeline", ShowTimeline);
        api.Get("/instances/{id}/export", Export);
    }

    private IResult Page(MonitorRequest request)
    {
        HistoryFilter filter = HistoryFilter.Read(request);
        int top = request.Top(PageSize, LargestPage);
        return MonitorJson.Of(engine.Journal.Read(session =>
        {
            (long execution, _) = InstanceFinder.Execution(session, request);
            HistoryIndex index = new(HistoryReader.Bare(session, execution));
            List<HistoryRow> found = [.. filter.Choose(index).Take(top + 1)];
            List<HistoryItem> items = [.. found.Take(top)
                .Select(row => HistoryReader.One(session, execution, row.Sequence, PayloadLength))
                .OfType<HistoryRow>()
                .Select(row => ItemOf(row, index))];
            return new HistoryAnswer(execution, index.Rows.Count, items, found.Count > top ? items[^1].Sequence : null);
        }));
    }

    private IResult Payload(MonitorRequest request)
    {
        string id = request.Route("id");
        long execution = request.RouteNumber("execution");
        long sequence = request.RouteNumber("sequence");
        string? payload = engine.Journal.Read(session =>
            HistoryReader.Executions(session, id).Exists(known => known.Execution == execution) ? HistoryTable.ReadOne(session, execution, sequence)?.Payload : null);
        return PayloadText.Of(request, payload, $"{id}-{execution}-{sequence}.json");
    }

    private IResult ShowTimeline(MonitorRequest request)
    {
        ((long execution, InstanceRecord head), IReadOnlyList<HistoryRow> rows) = engine.Journal.Read(session =>
        {
            (long Execution, InstanceRecord Head) found = InstanceFinder.Execution(session, request);
            return (found, HistoryReader.Bare(session, found.Execution));
        });
        int top = request.Top(Spans, MostSpans);
        int after = (int)request.Number("after", 0, 0, int.MaxValue);
        Timeline timeline = TimelineBuilder.Build(rows);
        List<TimelineSpan> page = [.. timeline.Spans.Skip(after).Take(top)];
        RunningActivities running = engine.Core.RunningActivities;
        return MonitorJson.Of(timeline with
        {
            Execution = execution,
            Now = engine.Core.Now(),
            Spans = [.. page.Select(span => span is { State: TimelineStates.Open, Kind: "activity" } && !head.IsEnded
                ? span with { Live = running.SinceOf(execution, span.LastTask) is null ? "queued" : "running" }
                : span)],
            Next = after + page.Count < timeline.Spans.Count ? after + page.Count : null,
        });
    }

    private IResult Export(MonitorRequest request)
    {
        string id = request.Route("id");
        try
        {
            string json = engine.ExportHistory(id).ToJson();
            PayloadText.Attach(request.Http, $"{id}.history.json");
            return TypedResults.Text(json, "application/json");
        }
        catch (ArgumentException)
        {
            throw RefusedException.NotFound($"There is no instance '{id}'.");
        }
    }

    private static HistoryItem ItemOf(HistoryRow row, HistoryIndex index)
    {
        HistoryEvent e = row.Event;
        HistoryRow? call = index.CallOf(row);
        return new HistoryItem
        {
            Sequence = row.Sequence,
            Kind = e.Kind.ToString(),
            Task = e.TaskId == HistoryEvent.NoTask ? null : e.TaskId,
            Name = e.Name ?? call?.Event.Name,
            Target = e.Target ?? call?.Event.Target,
            Time = e.Kind == HistoryEventKind.TurnStarted ? null : e.Time ?? call?.Event.Time,
            Turn = index.TurnOf(row.Sequence),
            Scheduled = call?.Sequence,
            Payload = row.PayloadLength is { } length ? Shown.Of(e.Payload ?? string.Empty, length, PayloadLength) : null,
            Failure = FailureAnswer.Short(e.Details?.Failure),
            Status = e.Details?.Status is { } status ? ((OrchestrationRuntimeStatus)status).ToString() : null,
            InPlaceOf = e.Details?.InPlaceOf,
            Masked = index.IsMasked(row) ? true : null,
            Edited = e.Details?.Edited,
            Fork = ForkAnswer.Of(e.Kind, row.Sequence),
        };
    }
}
