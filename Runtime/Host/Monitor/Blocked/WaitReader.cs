using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Activities;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;

namespace Workflows.Runtime.Host.Monitor.Blocked;

/// <summary>Tells what one instance waits for.</summary>
internal sealed class WaitReader(DurableEngine engine, IMonitorFleet? fleet)
{
    /// <summary>All that it waits for, what keeps it first.</summary>
    public async Task<IReadOnlyList<WaitAnswer>> ReadAsync(InstanceRecord head, CancellationToken cancellationToken)
    {
        if (head.IsEnded)
        {
            return [];
        }

        if (head.LastSequence == 0)
        {
            DateTimeOffset? due = engine.Journal.Read(session => InboxTable.ReadStart(session, head.Id, head.Execution))?.VisibleAt;
            return [new WaitAnswer { Kind = WaitKinds.Start, Since = head.Created, Due = due }];
        }

        List<WaitAnswer> waits = [];
        if (head.Status == OrchestrationRuntimeStatus.Suspended)
        {
            waits.Add(new WaitAnswer { Kind = WaitKinds.Suspended, Since = head.Updated });
        }

        if (fleet is not null && await fleet.FindAsync(head.Id, head.Name, cancellationToken) is { } ticket)
        {
            waits.Add(OfFleet(ticket));
        }

        IReadOnlyList<OpenWait> open = new InstanceWaits(engine.Core).Of(head);
        waits.AddRange(open.OrderBy(Rank).ThenBy(wait => wait.Since).Select(wait => Of(head, wait)));
        return waits;
    }

    /// <summary>Calls keep an instance; events and timers beside them are mostly ways out.</summary>
    private static int Rank(OpenWait wait) => wait.Kind switch
    {
        OpenWait.Timer => wait.RetryOf is null ? 2 : 0,
        OpenWait.Event => 1,
        _ => 0,
    };

    private WaitAnswer Of(InstanceRecord head, OpenWait wait)
    {
        WaitAnswer answer = new()
        {
            Kind = KindOf(wait.Kind),
            Name = wait.Kind is OpenWait.Timer or OpenWait.Lock ? null : wait.Name,
            Task = wait.Task == HistoryEvent.NoTask ? null : wait.Task,
            Target = wait.Target,
            Since = new DateTimeOffset(DateTime.SpecifyKind(wait.Since, DateTimeKind.Utc)),
            Due = wait.Due,
            RetryOf = wait.RetryOf,
        };
        return wait.Kind switch
        {
            OpenWait.Activity => OfActivity(answer, head, wait),
            OpenWait.EntityCall or OpenWait.Lock => OfEntity(answer, head, wait),
            _ => answer,
        };
    }

    private WaitAnswer OfActivity(WaitAnswer answer, InstanceRecord head, OpenWait wait)
    {
        if (engine.Core.RunningActivities.SinceOf(head.Execution, wait.Task) is { } since)
        {
            return answer with { Live = "running", RunningSince = since };
        }

        ActivityPlace? place = engine.Core.Activities.PlaceOf(head.Execution, wait.Task);
        return answer with { Live = "queued", Class = place?.ResourceClass, Place = place?.Place, Waiting = place?.Waiting, Running = place?.Running, Limit = place?.Limit };
    }

    private WaitAnswer OfEntity(WaitAnswer answer, InstanceRecord head, OpenWait wait)
    {
        // A lock is passed on from entity to entity: the one that is asked now has the request in its inbox.
        DateTimeOffset now = engine.Core.Now();
        (string? holder, int waiting) = engine.Journal.Read(session =>
            (EntityTable.Read(session, wait.Target!)?.LockedBy, InboxTable.CountFor(session, wait.Target!, now)));
        return answer with { LockedBy = holder == head.Id ? null : holder, Waiting = waiting };
    }

    private WaitAnswer OfFleet(MonitorFleetWait ticket)
    {
        DateTimeOffset now = engine.Core.Now();
        double? seconds = ticket.Expected is { } expected ? Math.Max(0, Math.Round((expected - now).TotalSeconds, 1)) : null;
        return new WaitAnswer
        {
            Kind = WaitKinds.Fleet,
            Since = ticket.Since,
            Pools = ticket.Pools,
            Class = ticket.Class,
            Place = ticket.Place,
            Waiting = ticket.Waiting,
            Expected = ticket.Expected,
            ExpectedSeconds = seconds,
            Offered = ticket.Offered ? true : null,
            Lease = ticket.Lease,
        };
    }

    private static string KindOf(string kind) => kind switch
    {
        OpenWait.SubOrchestration => WaitKinds.SubOrchestration,
        OpenWait.EntityCall => WaitKinds.EntityCall,
        _ => kind,
    };
}
