namespace Workflows.Runtime.Host.Discovery;

/// <summary>A method cannot be run as a function.</summary>
internal sealed class FunctionFaultException(string message) : Exception(message);
