namespace Workflows.Runtime.Engine.History;

/// <summary>A message on its way to an instance or an entity.</summary>
/// <param name="Id">Its row in the inbox; 0 for what is first stored by the turn that takes it in (results, fired timers).</param>
/// <param name="Target">Id of the instance or entity.</param>
/// <param name="Execution">The only execution that may take it in, or 0 for whichever is current.</param>
/// <param name="Event">What it says.</param>
/// <param name="VisibleAt">When it may be taken in, absent for at once.</param>
internal sealed record InboxMessage(long Id, string Target, long Execution, HistoryEvent Event, DateTimeOffset? VisibleAt = null)
{
    public bool IsStored => Id != 0;

    public bool IsForEntity => Target.StartsWith('@');
}
