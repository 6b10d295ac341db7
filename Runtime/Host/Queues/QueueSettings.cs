using Workflows.Runtime.Host.Configuration;

namespace Workflows.Runtime.Host.Queues;

/// <summary>What host.json says of queues (<c>extensions.queues</c>), with the Functions host's ranges and defaults.</summary>
/// <param name="BatchSize">Messages received at once; 1 to 32. Default 16.</param>
/// <param name="NewBatchThreshold">As soon as no more than this many are running, the next batch is received. Default: half of the batch.</param>
/// <param name="MaxPollingInterval">The longest wait before an empty queue of a storage account is looked at again. Default a minute.</param>
/// <param name="VisibilityTimeout">How long a message whose run failed waits for the next. Default zero.</param>
/// <param name="MaxDequeueCount">After this many failed runs a message goes to the poison queue. Default 5.</param>
/// <param name="Base64">True, the default: texts stand as base64 on the queue; false (<c>none</c>): as they are.</param>
internal sealed record QueueSettings(int BatchSize, int NewBatchThreshold, TimeSpan MaxPollingInterval, TimeSpan VisibilityTimeout, int MaxDequeueCount, bool Base64)
{
    private static readonly TimeSpan ShortestPolling = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestVisibility = TimeSpan.FromDays(7);

    /// <exception cref="HostStartException">A value is out of its range; the message names it.</exception>
    public static QueueSettings Read(HostJsonReader json)
    {
        int batch = json.Count("batchSize", 1, 32) ?? 16;
        return new QueueSettings(
            batch,
            json.Count("newBatchThreshold", 0, 1000) ?? batch / 2,
            json.Time("maxPollingInterval", ShortestPolling, TimeSpan.FromDays(1)) ?? TimeSpan.FromMinutes(1),
            json.Time("visibilityTimeout", TimeSpan.Zero, LongestVisibility) ?? TimeSpan.Zero,
            json.Count("maxDequeueCount", 1, 1_000_000) ?? 5,
            json.Text("messageEncoding") switch
            {
                null => true,
                { } text when text.Equals("base64", StringComparison.OrdinalIgnoreCase) => true,
                { } text when text.Equals("none", StringComparison.OrdinalIgnoreCase) => false,
                { } text => throw json.Fault("messageEncoding", text, "base64 or none"),
            });
    }
}
