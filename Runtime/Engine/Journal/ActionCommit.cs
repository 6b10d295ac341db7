namespace Workflows.Runtime.Engine.Journal;

/// <summary>A commit that is one piece of code.</summary>
internal sealed class ActionCommit(Action<JournalSession> apply) : JournalCommit
{
    public override void Apply(JournalSession session) => apply(session);
}
