using Microsoft.AspNetCore.Http;

namespace Workflows.Runtime.Host.Http;

/// <summary>A request is understood, but what it asks for is not there or cannot be done now. The message is for the caller.</summary>
/// <param name="status">The answer's status.</param>
/// <param name="message">What stands in the way.</param>
internal sealed class RefusedException(int status, string message) : Exception(message)
{
    public int Status => status;

    public static RefusedException NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    public static RefusedException Conflict(string message) => new(StatusCodes.Status409Conflict, message);
}
