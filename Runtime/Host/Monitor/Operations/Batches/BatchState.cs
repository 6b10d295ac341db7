namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>How a batch stands.</summary>
internal enum BatchState
{
    Running,
    Done,
    Stopped,
    Failed,
}
