using Workflows.Durable.Client;

namespace Workflows.Runtime.Host.Monitor;

/// <summary>An instance, as the monitor hands it to an application's views. The texts are serialized payloads.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its orchestrator's name.</param>
/// <param name="Status">Its status.</param>
/// <param name="Input">Its input.</param>
/// <param name="Output">Its output, once it has completed.</param>
/// <param name="CustomStatus">Its custom status.</param>
public sealed record MonitorInstance(string Id, string Name, OrchestrationRuntimeStatus Status, string? Input, string? Output, string? CustomStatus);
