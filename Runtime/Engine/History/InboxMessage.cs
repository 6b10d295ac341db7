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

    public bool IsForEntity => IsEntity(Target);

    /// <summary>True for the id of an entity, false for that of an instance.</summary>
    public static bool IsEntity(string id) => id.StartsWith('@');

    /// <exception cref="ArgumentException">The id that was given for an instance is one of an entity.</exception>
    public static void ThrowIfEntity(string instanceId)
    {
        if (IsEntity(instanceId))
        {
            throw new ArgumentException("An instance id must not begin with '@': that is how entities are named.", nameof(instanceId));
        }
    }
}
