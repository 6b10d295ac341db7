namespace Workflows.Functions.Http;

/// <summary>A request that cannot be accepted, with the field at fault: the one error that becomes a 400.</summary>
internal sealed class InvalidRequestException(string field, string message) : Exception(message)
{
    public string Field { get; } = field;
}
