using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>One generated change, made to a journal and to its model alike.</summary>
/// <param name="Kind">Which change.</param>
/// <param name="Who">A small number that chooses an instance or entity.</param>
/// <param name="Text">A small number that chooses a text; some of the texts are long, so that they are shared.</param>
internal sealed record JournalOperation(int Kind, int Who, int Text)
{
    public const int Kinds = 12;

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private string Instance => $"i{Who}";

    private string Entity => $"@e@{Who}";

    private string? Payload => Text switch
    {
        0 => null,
        < 3 => $"short {Text}",
        _ => new string((char)('a' + Text), JournalSchema.LargePayload + Text),
    };

    /// <param name="session">An open transaction.</param>
    /// <param name="model">The model.</param>
    /// <param name="number">A number never used before in this journal.</param>
    public void Apply(JournalSession session, JournalModel model, long number)
    {
        bool exists = model.Instances.TryGetValue(Instance, out var head);
        switch (Kind)
        {
            case 0:
                InboxTable.Insert(session, new InboxMessage(number, Instance, 0, new HistoryEvent { Kind = HistoryEventKind.EventRaised, Payload = Payload }));
                model.Inbox.Add(number, (Instance, Payload));
                break;
            case 1 when model.Inbox.Count > 0:
                long message = model.Inbox.Keys.ElementAt(Who % model.Inbox.Count);
                Assert.True(InboxTable.Has(session, message) && InboxTable.Delete(session, message) && !InboxTable.Delete(session, message));
                model.Inbox.Remove(message);
                break;
            case 2 when !exists:
                InstanceTable.Insert(session, new InstanceRecord
                {
                    Id = Instance, Execution = number, Name = "n", Status = OrchestrationRuntimeStatus.Pending, Created = Now, Updated = Now, Input = Payload,
                });
                model.Instances.Add(Instance, (number, Payload, null, null));
                model.Executions.Add(number, Instance);
                break;
            case 3 when exists:
                long sequence = model.History.Keys.Count(key => key.Execution == head.Execution) + 1;
                HistoryTable.Append(session, head.Execution, sequence, new HistoryEvent { Kind = HistoryEventKind.EventRaised, Payload = Payload });
                model.History.Add((head.Execution, sequence), Payload);
                break;
            case 4 when exists:
                PendingTables.AddTask(session, new PendingTask(head.Execution, (int)number, Instance, 1));
                PendingTables.AddTimer(session, new PendingTimer(head.Execution, (int)number, Instance, Now));
                model.Tasks.Add((head.Execution, (int)number), Instance);
                model.Timers.Add((head.Execution, (int)number), Instance);
                break;
            case 5 when model.Tasks.Count > 0:
                (long Execution, int Task) task = model.Tasks.Keys.ElementAt(Who % model.Tasks.Count);
                Assert.True(PendingTables.RemoveTask(session, task.Execution, task.Task) && !PendingTables.HasTask(session, task.Execution, task.Task));
                model.Tasks.Remove(task);
                break;
            case 6 when model.Timers.Count > 0:
                (long Execution, int Task) timer = model.Timers.Keys.ElementAt(Who % model.Timers.Count);
                Assert.True(PendingTables.RemoveTimer(session, timer.Execution, timer.Task) && !PendingTables.RemoveTimer(session, timer.Execution, timer.Task));
                model.Timers.Remove(timer);
                break;
            case 7:
                string? holder = Text % 2 == 0 ? "holder" : null;
                EntityTable.Put(session, new EntityRecord(Entity, Payload, holder, holder is null ? null : 1, Now));
                model.Entities[Entity] = (Payload, holder);
                if (Payload is null && holder is null)
                {
                    model.Entities.Remove(Entity);
                }

                break;
            case 8 when exists:
                InstanceTable.SetCustomStatus(session, Instance, Payload);
                model.Instances[Instance] = head with { Status = Payload };
                break;
            case 9 when exists:
                InstanceTable.Renew(session, Instance, number, Now, Payload, null);
                model.Instances[Instance] = head with { Execution = number, Input = Payload };
                model.Executions.Add(number, Instance);
                break;
            case 10 when exists:
                InstanceTable.End(session, Instance, OrchestrationRuntimeStatus.Completed, Now, 1, Payload, null);
                model.Instances[Instance] = head with { Output = Payload };
                break;
            case 11 when exists:
                InstanceTable.Delete(session, Instance);
                model.DeleteInstance(Instance);
                break;
        }
    }
}
