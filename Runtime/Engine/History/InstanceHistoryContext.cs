using System.Text.Json.Serialization;

namespace Workflows.Runtime.Engine.History;

/// <summary>How exported histories are written and read: kinds by name, so that people can read them.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(InstanceHistoryDocument))]
internal sealed partial class InstanceHistoryContext : JsonSerializerContext;
