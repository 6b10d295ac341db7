using System.Globalization;
using Workflows.Cli.Runs;
using Workflows.Shared;

namespace Workflows.Cli.Progress;

/// <summary>How far a run is, in words.</summary>
internal static class ProgressText
{
    /// <summary>Percent, steps and what goes on.</summary>
    public static string Line(RunState state)
    {
        WorkflowProgress progress = state.Progress;
        return progress.Total <= 0
            ? What(state)
            : string.Create(CultureInfo.InvariantCulture, $"{progress.Percent} % ({progress.Completed} of {progress.Total}) {What(state)}");
    }

    /// <summary>What goes on, and what went wrong; never empty.</summary>
    public static string What(RunState state)
    {
        string what = state.Status == RunStatus.Running && !string.IsNullOrWhiteSpace(state.Progress.Message) ? state.Progress.Message : RunStatuses.Word(state.Status);
        return state.Trouble is null ? what : $"{what}; {state.Trouble}";
    }
}
