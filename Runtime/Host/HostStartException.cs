namespace Workflows.Runtime.Host;

/// <summary>The host cannot start. The message is for the person who started it: it names the fault and the remedy.</summary>
public sealed class HostStartException : Exception
{
    /// <summary>Creates the exception.</summary>
    public HostStartException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public HostStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
