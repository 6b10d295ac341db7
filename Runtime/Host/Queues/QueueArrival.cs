namespace Workflows.Runtime.Host.Queues;

/// <summary>A message as its function gets it.</summary>
/// <param name="Delivery">How it was received.</param>
/// <param name="Body">What it holds, decoded.</param>
internal sealed record QueueArrival(QueueDelivery Delivery, byte[] Body);
