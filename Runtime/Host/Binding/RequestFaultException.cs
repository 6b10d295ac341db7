namespace Workflows.Runtime.Host.Binding;

/// <summary>A request cannot be turned into a function's arguments. The message is for the caller.</summary>
internal sealed class RequestFaultException(string fieldName, string message) : Exception(message)
{
    public string Field => fieldName;
}
