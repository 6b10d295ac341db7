namespace Workflows.Runtime.Engine.Client;

/// <summary>A start was refused because an instance of the same id exists and must not be replaced.</summary>
public sealed class OrchestrationAlreadyExistsException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }
}
