namespace Workflows.Runtime.Engine.Journal;

/// <summary>The seam by which the proofs of reliability kill an engine at a chosen place. Absent in a product.</summary>
internal interface IFaultPoint
{
    /// <summary>Called at every place where a fault can strike.</summary>
    Fault Reach(FaultSite site);
}
