namespace Workflows.Runtime.Host.Management;

/// <summary>The answer to a purge.</summary>
internal sealed record PurgedInstances(int InstancesDeleted);
