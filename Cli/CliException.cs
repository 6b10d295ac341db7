namespace Workflows.Cli;

/// <summary>An error for the person at the terminal: one line that names the fault and the remedy, and the exit code.</summary>
internal sealed class CliException(string message, int exitCode, Exception? innerException = null) : Exception(message, innerException)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>The command or its input cannot be used.</summary>
    public static CliException BadUsage(string message, Exception? innerException = null) => new(message, Cli.ExitCode.BadUsage, innerException);

    /// <summary>Something outside stood in the way.</summary>
    public static CliException Failed(string message, Exception? innerException = null) => new(message, Cli.ExitCode.Failed, innerException);
}
