namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What happens to every other waiter of a <see cref="FleetQueue"/>.</summary>
public enum QueueLoss
{
    None,
    Terminated,
    Suspended,
}
