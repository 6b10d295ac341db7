using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

/// <summary>An HTTP answer and a message beside it.</summary>
internal sealed class Receipt
{
    [HttpResult]
    public required IResult Answer { get; init; }

    [QueueOutput("%Queues:Prefix%orders")]
    public string? Order { get; init; }
}
