using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>Writes an enum's names in camel case.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
