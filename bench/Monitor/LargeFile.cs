using System.Globalization;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Bench.Monitor;

/// <summary>
/// Makes a data file with many instances, through the engine's own tables: nineteen of twenty have ended, one of fifty has failed; names, tags, parents, and inputs and outputs of 100 to
/// 1,500 characters by a seed. One instance has a history of 10,000 events.
/// </summary>
internal static class LargeFile
{
    public const string LongOne = "long-history";
    public const string RareText = "needle-in-the-haystack";

    private const int LongHistory = 10_000;
    private const int InOneCommit = 2_000;

    private static readonly string[] Names = ["Review", "FileReview", "ModelCall", "Debate", "Consultation", "Expressions", "DeliverCallback", "ConsultationBatch"];
    private static readonly byte[] GuidEnd = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Make(string file, int instances)
    {
        Random random = new(17);
        SqliteJournal journal = SqliteJournal.Open(file, fullSync: false);
        try
        {
            for (int first = 0; first < instances; first += InOneCommit)
            {
                int from = first;
                int to = Math.Min(instances, first + InOneCommit);
                journal.CommitAsync(session =>
                {
                    for (int i = from; i < to; i++)
                    {
                        Add(session, i, random);
                    }
                }).GetAwaiter().GetResult();
            }

            journal.CommitAsync(session => AddLong(session, instances)).GetAwaiter().GetResult();
        }
        finally
        {
            journal.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static void Add(JournalSession session, int number, Random random)
    {
        DateTimeOffset created = Start.AddSeconds(number * 7).AddMilliseconds(random.Next(7000));
        string name = Names[random.Next(Names.Length)];
        string id = number % 3 == 0 ? $"run-{number.ToString("D9", CultureInfo.InvariantCulture)}" : new Guid(random.Next(), (short)number, 7, GuidEnd).ToString("N") + number.ToString(CultureInfo.InvariantCulture);
        long execution = number + 1;
        InstanceRecord head = new()
        {
            Id = id,
            Execution = execution,
            Name = name,
            Status = OrchestrationRuntimeStatus.Pending,
            Created = created,
            Updated = created,
            Input = Text(random, number == 1_000 ? RareText : "input"),
            Tags = number % 10 == 0 ? new Dictionary<string, string> { ["team"] = number % 100 == 0 ? "red" : "blue" } : null,
            Parent = number % 2 == 1 ? "run-000000000" : null,
            ParentExecution = number % 2 == 1 ? 1 + (number % 997) : null,
        };
        InstanceTable.Insert(session, head);
        HistoryTable.Append(session, execution, 1, new HistoryEvent { Kind = HistoryEventKind.TurnStarted, Time = created });
        HistoryTable.Append(session, execution, 2, new HistoryEvent { Kind = HistoryEventKind.ExecutionStarted, Name = name, Payload = head.Input });
        DateTimeOffset ended = created.AddMilliseconds(random.Next(1, 600_000));
        switch (number % 50)
        {
            case 0:
                InstanceTable.End(session, id, OrchestrationRuntimeStatus.Failed, ended, 2, null, new TaskFailureDetails("System.InvalidOperationException", "The model did not answer.", null, null, null));
                break;
            case 1 or 2:
                InstanceTable.SetCustomStatus(session, id, """{"completed":3,"total":7,"message":"file 3 of 7"}""");
                InstanceTable.Advance(session, id, number % 50 == 1 ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running, ended, 2);
                break;
            default:
                InstanceTable.End(session, id, OrchestrationRuntimeStatus.Completed, ended, 2, Text(random, "output"), null);
                break;
        }
    }

    private static void AddLong(JournalSession session, int number)
    {
        long execution = number + 1;
        DateTimeOffset created = Start.AddDays(-1);
        InstanceTable.Insert(session, new InstanceRecord
        {
            Id = LongOne, Execution = execution, Name = "Review", Status = OrchestrationRuntimeStatus.Pending, Created = created, Updated = created,
        });
        HistoryTable.Append(session, execution, 1, new HistoryEvent { Kind = HistoryEventKind.TurnStarted, Time = created });
        HistoryTable.Append(session, execution, 2, new HistoryEvent { Kind = HistoryEventKind.ExecutionStarted, Name = "Review" });
        for (int sequence = 3, task = 0; sequence + 2 <= LongHistory; sequence += 3, task++)
        {
            HistoryTable.Append(session, execution, sequence, new HistoryEvent { Kind = HistoryEventKind.ActivityScheduled, TaskId = task, Name = $"Step{task % 9}", Payload = "\"in\"" });
            HistoryTable.Append(session, execution, sequence + 1, new HistoryEvent { Kind = HistoryEventKind.TurnStarted, Time = created.AddSeconds(task) });
            HistoryTable.Append(session, execution, sequence + 2, new HistoryEvent { Kind = HistoryEventKind.ActivityCompleted, TaskId = task, Payload = "\"out\"" });
        }

        InstanceTable.End(session, LongOne, OrchestrationRuntimeStatus.Completed, created.AddHours(4), LongHistory, null, null);
    }

    private static string Text(Random random, string begin)
    {
        int length = 100 + (int)(1_400 * Math.Pow(random.NextDouble(), 3));
        return "\"" + begin + string.Concat(Enumerable.Repeat(" lorem ipsum", (length / 12) + 1)) + "\"";
    }
}
