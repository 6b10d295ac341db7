namespace Workflows.Runtime.Engine.Journal;

/// <summary>
/// What must become durable together. The writer may apply it more than once (a group that failed is taken apart and applied
/// singly): what it leaves on itself is that of the last time.
/// </summary>
internal abstract class JournalCommit
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the commit is on disk; fails with a <see cref="JournalException"/> when it could not be written.</summary>
    public Task Completion => _done.Task;

    /// <summary>Writes into the open transaction.</summary>
    public abstract void Apply(JournalSession session);

    public void Succeed() => _done.TrySetResult();

    public void Fail(Exception error) => _done.TrySetException(error);
}
