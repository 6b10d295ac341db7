using System.Text.Json.Serialization;
using Workflows.Durable;
using Workflows.Runtime.Engine.Failures;

namespace Workflows.Runtime.Engine.History;

/// <summary>How the parts of events that are stored as JSON are written and read.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(FailurePropertiesConverter)])]
[JsonSerializable(typeof(EventDetails))]
[JsonSerializable(typeof(TaskFailureDetails))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class EventDetailsContext : JsonSerializerContext;
