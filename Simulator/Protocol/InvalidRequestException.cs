namespace Workflows.Simulator.Protocol;

/// <summary>A request cannot be understood; carries the error to answer.</summary>
internal sealed class InvalidRequestException(ApiError error) : Exception(error.Message)
{
    /// <summary>What the client is told.</summary>
    public ApiError Error { get; } = error;

    /// <summary>An error about one field.</summary>
    public static InvalidRequestException For(string message, string field) => new(ApiError.Invalid($"{field}: {message}.", field));
}
