using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Tells what an instance waits for: from its execution in memory, or, where it is not there, from one that is led along its history and thrown away.</summary>
internal sealed class InstanceWaits(EngineCore engine)
{
    /// <param name="head">The instance.</param>
    /// <returns>What it waits for; nothing when it has ended, or has not started.</returns>
    public IReadOnlyList<OpenWait> Of(InstanceRecord head)
    {
        if (head.IsEnded || head.LastSequence == 0)
        {
            return [];
        }

        if (engine.Waits(head.Id) is { } waits)
        {
            return waits;
        }

        List<HistoryEvent> history = engine.Journal.Read(session => HistoryTable.Read(session, head.Execution));
        OrchestrationExecution execution = new(head.Id, head.Execution, engine.Orchestrations, () => { }) { StoredStatus = head.Status };
        bool isReopened = history is [.., { Kind: HistoryEventKind.ExecutionCompleted }];
        return history.Count > 0 && execution.Replay(history, isReopened) is null ? execution.Waits() : [];
    }
}
