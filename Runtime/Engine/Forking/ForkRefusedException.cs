namespace Workflows.Runtime.Engine.Forking;

/// <summary>An instance cannot be forked as was asked. The message says why and what would do.</summary>
public sealed class ForkRefusedException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public ForkRefusedException(string message)
        : base(message)
    {
    }
}
