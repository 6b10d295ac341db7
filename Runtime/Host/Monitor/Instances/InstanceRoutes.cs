using Microsoft.AspNetCore.Http;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>One instance: its header, payloads, family and result.</summary>
internal sealed class InstanceRoutes(DurableEngine engine, CostReader costs, IMonitorResults? results)
{
    private const int Children = 100;
    private const int MostChildren = 1000;

    public void Map(MonitorApi api)
    {
        api.Get("/instances/{id}", Show);
        api.Get("/instances/{id}/payload/{which}", Payload);
        api.Get("/instances/{id}/children", ListChildren);
        api.Get("/instances/{id}/tree", request => MonitorJson.Of(engine.Journal.Read(session =>
            FamilyTree.Of(session, InstanceFinder.Head(session, request), (int)request.Number("depth", 2, 1, 5), engine.Core.Now()))));
        api.Get("/instances/{id}/result", ResultAsync);
    }

    private IResult Show(MonitorRequest request)
    {
        DateTimeOffset now = engine.Core.Now();
        return MonitorJson.Of(engine.Journal.Read(session =>
        {
            InstanceRecord head = InstanceFinder.Head(session, request, full: true);
            IReadOnlyDictionary<OrchestrationRuntimeStatus, long> children = InstanceFamily.CountChildren(session, head.Id);
            return new InstanceAnswer
            {
                Id = head.Id,
                Name = head.Name,
                Version = head.Version,
                Status = head.Status.ToString(),
                Execution = head.Execution,
                Executions = [.. HistoryReader.Executions(session, head.Id).Select(execution => new ExecutionAnswer(execution.Execution, execution.Started, execution.Events))],
                Created = head.Created,
                Updated = head.Updated,
                Completed = head.Completed,
                DurationSeconds = InstanceItem.Duration(head, now),
                Events = head.LastSequence,
                Now = now,
                Tags = head.Tags,
                Parent = InstanceFamily.Parent(session, head) is { } parent ? InstanceRef.Of(parent) : head.Parent is { } gone ? new InstanceRef(gone, null, null) : null,
                Children = new ChildCounts(children.Values.Sum(), ListRoutes.ByName(children)),
                Progress = ProgressAnswer.Of(head.CustomStatus),
                Input = Shown.Of(head.Input),
                Output = Shown.Of(head.Output),
                CustomStatus = Shown.Of(head.CustomStatus),
                Failure = FailureAnswer.Of(head.Failure),
                Cost = costs.Of(session, head),
                ForkedFrom = ForkOf(session, head),
                Operations = InstanceOperations.Of(head),
                Result = results?.Knows(head.Name) == true,
            };
        }));
    }

    private static ForkedFromAnswer? ForkOf(JournalSession session, InstanceRecord head) =>
        HistoryReader.Last(session, head.Execution, HistoryEventKind.ExecutionForked)?.Event.Details is { ForkedFrom: { } source } details
            ? new ForkedFromAnswer(source, details.ForkedAfter)
            : null;

    private IResult Payload(MonitorRequest request)
    {
        InstanceRecord head = engine.Journal.Read(session => InstanceFinder.Head(session, request, full: true));
        string which = request.Route("which");
        string? payload = which switch
        {
            "input" => head.Input,
            "output" => head.Output,
            "customStatus" => head.CustomStatus,
            _ => throw RefusedException.NotFound("There are the payloads input, output and customStatus."),
        };
        return PayloadText.Of(request, payload, $"{head.Id}-{which}.json");
    }

    private IResult ListChildren(MonitorRequest request)
    {
        int top = request.Top(Children, MostChildren);
        DateTimeOffset now = engine.Core.Now();
        try
        {
            return MonitorJson.Of(engine.Journal.Read(session =>
            {
                InstanceRecord head = InstanceFinder.Head(session, request);
                IReadOnlyList<FamilyMember> found = InstanceFamily.Children(session, head.Id, top + 1, request.Text("after"));
                return new InstancePageAnswer
                {
                    Items = [.. found.Take(top).Select(member => InstanceItem.Of(member, now))],
                    Next = found.Count > top ? Engine.Client.ContinuationToken.Write(found[top - 1].Head.Created, found[top - 1].Head.Id) : null,
                };
            }));
        }
        catch (ArgumentException)
        {
            throw new RequestFaultException("after", "'after' must be the 'next' of a page of the same list.");
        }
    }

    private async Task<IResult> ResultAsync(MonitorRequest request)
    {
        InstanceRecord head = engine.Journal.Read(session => InstanceFinder.Head(session, request, full: true));
        MonitorInstance instance = new(head.Id, head.Name, head.Status, head.Input, head.Output, head.CustomStatus);
        return results?.Knows(head.Name) == true && await results.ReadAsync(instance, request.Aborted) is { } result
            ? MonitorJson.Of(result)
            : throw RefusedException.NotFound("This instance has no view of its own, or nothing to show yet.");
    }
}
