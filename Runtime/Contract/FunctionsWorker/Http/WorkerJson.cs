using System.Text.Json;

namespace Workflows.FunctionsWorker.Http;

internal static class WorkerJson
{
    public static JsonSerializerOptions Options { get; } = new() { PropertyNameCaseInsensitive = true };
}
