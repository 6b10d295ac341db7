namespace Workflows.Runtime.Engine.Journal;

/// <summary>The journal's file cannot be opened, read or written. The message names the fault and the remedy.</summary>
public sealed class JournalException : Exception
{
    /// <summary>Creates the exception.</summary>
    public JournalException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public JournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
