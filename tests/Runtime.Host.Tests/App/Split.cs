using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

/// <summary>A result that goes to two queues.</summary>
internal sealed class Split
{
    [QueueOutput("%Queues:Prefix%orders")]
    public string[]? Orders { get; init; }

    [QueueOutput("%Queues:Prefix%parcels")]
    public Parcel? Parcel { get; init; }
}
