using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;

namespace Workflows.Runtime.Engine.Forking;

/// <summary>A fork made durable in one transaction: its head, its past and its first turn.</summary>
/// <param name="head">The fork.</param>
/// <param name="past">Its past.</param>
/// <param name="turn">Its first turn.</param>
internal sealed class ForkCommit(InstanceRecord head, IReadOnlyList<HistoryEvent> past, TurnCommit turn) : JournalCommit
{
    /// <summary>True when an instance of that id stands in the way: nothing was written.</summary>
    public bool IsTaken { get; private set; }

    public override void Apply(JournalSession session)
    {
        IsTaken = InstanceTable.Read(session, head.Id, full: false) is not null;
        if (IsTaken)
        {
            return;
        }

        InstanceTable.Insert(session, head);
        for (int i = 0; i < past.Count; i++)
        {
            HistoryTable.Append(session, head.Execution, i + 1, past[i]);
        }

        turn.Apply(session);
    }
}
