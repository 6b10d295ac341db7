using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Http;

namespace Workflows.Runtime.Host.App;

/// <summary>Two outputs: the answer, known by its type, and a message.</summary>
internal sealed class Confirmation
{
    public required HttpResponseData Response { get; init; }

    [QueueOutput("%Queues:Prefix%orders")]
    public string? Message { get; set; }
}
