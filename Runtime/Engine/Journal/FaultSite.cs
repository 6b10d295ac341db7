namespace Workflows.Runtime.Engine.Journal;

/// <summary>Where a fault can be injected.</summary>
internal enum FaultSite
{
    BeforeCommit,
    AfterCommit,
    BeforeDelivery,
}
