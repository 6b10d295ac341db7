using System.Text.Json.Nodes;

namespace Workflows.Simulator.Protocol;

/// <summary>An error in OpenAI's shape.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The error's type, for example <c>invalid_request_error</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Code">A code for programs, or null.</param>
/// <param name="Parameter">The field that is wrong, or null.</param>
/// <param name="RetryAfterSeconds">After how many whole seconds a retry can succeed, or null.</param>
internal sealed record ApiError(int Status, string Type, string Message, string? Code = null, string? Parameter = null, int? RetryAfterSeconds = null)
{
    /// <summary>The request itself is wrong.</summary>
    public static ApiError Invalid(string message, string? parameter = null, string? code = null) =>
        new(400, "invalid_request_error", message, code, parameter);

    /// <summary>There is no such model.</summary>
    public static ApiError UnknownModel(string name) =>
        new(404, "invalid_request_error", $"The model '{name}' does not exist.", "model_not_found", "model");

    /// <summary>A limit is reached.</summary>
    public static ApiError TooMany(string message, int retryAfterSeconds) =>
        new(429, "rate_limit_error", message, "rate_limit_exceeded", RetryAfterSeconds: retryAfterSeconds);

    /// <summary>The error as the body of a response.</summary>
    public JsonObject ToJson() => new()
    {
        ["error"] = new JsonObject { ["message"] = Message, ["type"] = Type, ["param"] = Parameter, ["code"] = Code },
    };
}
