namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>What a batch does to each instance.</summary>
internal enum BatchAction
{
    Suspend,
    Resume,
    Terminate,
    Restart,
    Rewind,
    Purge,
}
