namespace Workflows.Runtime.Host.Management;

/// <summary>An entity's id in two parts.</summary>
internal sealed record EntityName(string Name, string Key);
