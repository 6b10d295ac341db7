namespace Workflows.Runtime.Engine.Journal;

/// <summary>Removes instances that have ended.</summary>
internal static class InstancePurge
{
    /// <returns>How many instances were removed: none when there is no such instance or it has not ended.</returns>
    public static int Run(JournalSession session, string id, bool recursive)
    {
        if (InstanceTable.Read(session, id, full: false) is not { IsEnded: true })
        {
            return 0;
        }

        int children = recursive ? InstanceTable.ReadChildren(session, id).Sum(child => Run(session, child.Id, recursive: true)) : 0;
        InstanceTable.Delete(session, id);
        return children + 1;
    }
}
