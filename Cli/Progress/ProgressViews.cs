namespace Workflows.Cli.Progress;

/// <summary>Chooses the view that fits the error stream.</summary>
internal static class ProgressViews
{
    /// <summary>A moving bar on a terminal, lines elsewhere.</summary>
    public static IProgressView For(CliConsole console, TimeProvider time) => console.ErrorIsTerminal ? new ProgressBar(console) : new ProgressLines(console, time);
}
