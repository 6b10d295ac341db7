using System.Text.Json.Serialization;

namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>How a batch stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BatchState>))]
internal enum BatchState
{
    Running,
    Done,
    Stopped,
    Failed,
}
