using System.Collections.Concurrent;

namespace Workflows.Runtime.Host.App;

/// <summary>What functions and middleware tell their test.</summary>
internal sealed class Journey
{
    public ConcurrentQueue<string> Steps { get; } = [];

    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
