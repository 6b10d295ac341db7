namespace Workflows.Activities.Models;

/// <summary>A call that waits for room, and until when its answer is wanted.</summary>
internal sealed record RealtimeWaiter(string Pool, int Tokens, DateTimeOffset Until)
{
    public TaskCompletionSource<RealtimeEntry?> Entry { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
