namespace Workflows.Functions.Http;

/// <summary>A request that cannot be accepted, with the field at fault: the one error that becomes a 400.</summary>
/// <param name="field">The field at fault.</param>
/// <param name="message">What is wrong with it, for the caller.</param>
public sealed class InvalidRequestException(string field, string message) : Exception(message)
{
    /// <summary>The field at fault.</summary>
    public string Field { get; } = field;
}
