using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Workflows.Runtime.Host.Monitor.Http;

/// <summary>How the monitor's answers are written: camel case, enums by name, nothing for what is not there, times in UTC.</summary>
internal static class MonitorJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new UtcTimeConverter() },
    };

    public static IResult Of<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, Options, statusCode: status);
}
