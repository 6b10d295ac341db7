using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>An instance to be created: its head and the message that starts it.</summary>
internal sealed record NewInstance(InstanceRecord Head, InboxMessage Start)
{
    public static NewInstance Create(
        IdSource ids, string id, string name, string? input, DateTimeOffset now, EventDetails details, DateTimeOffset? startAt = null)
    {
        long execution = ids.NextExecution();
        InstanceRecord head = new()
        {
            Id = id,
            Execution = execution,
            Name = name,
            Version = details.Version,
            Status = OrchestrationRuntimeStatus.Pending,
            Created = now,
            Updated = now,
            Input = input,
            Tags = details.Tags,
            Parent = details.ParentId,
            ParentExecution = details.ParentExecution,
        };
        HistoryEvent started = new()
        {
            Kind = HistoryEventKind.ExecutionStarted,
            Name = name,
            Payload = input,
            Time = startAt,
            Details = details with { GuidSeed = $"{id}|{execution}" },
        };
        return new NewInstance(head, new InboxMessage(ids.NextMessage(), id, execution, started, startAt));
    }

    /// <summary>Writes the instance, in place of one of the same id that has ended.</summary>
    /// <returns>The instance of the same id that stands in the way, or null when it was written.</returns>
    public InstanceRecord? Insert(JournalSession session, Func<InstanceRecord, bool> mayReplace)
    {
        if (InstanceTable.Read(session, Head.Id, full: false) is { } existing)
        {
            if (!mayReplace(existing))
            {
                return existing;
            }

            InstanceTable.Delete(session, Head.Id);
        }

        InstanceTable.Insert(session, Head);
        InboxTable.Insert(session, Start);
        return null;
    }
}
