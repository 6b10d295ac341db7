namespace Workflows.Cli;

/// <summary>What the process answers its caller.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was asked was done.</summary>
    public const int Done = 0;

    /// <summary>The run ended partial or failed, or something outside stood in the way.</summary>
    public const int Failed = 1;

    /// <summary>The command or its input cannot be used; nothing was started.</summary>
    public const int BadUsage = 2;

    /// <summary>Stopped by Ctrl-C or SIGTERM: as a shell reports an interrupt.</summary>
    public const int Stopped = 130;
}
