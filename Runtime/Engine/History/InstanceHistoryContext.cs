using System.Text.Json.Serialization;
using Workflows.Runtime.Engine.Failures;

namespace Workflows.Runtime.Engine.History;

/// <summary>How exported histories are written and read: kinds by name, so that people can read them.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true, Converters = [typeof(FailurePropertiesConverter)])]
[JsonSerializable(typeof(InstanceHistoryDocument))]
internal sealed partial class InstanceHistoryContext : JsonSerializerContext;
