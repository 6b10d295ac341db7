using System.Globalization;
using Workflows.Cli.Runs;

namespace Workflows.Cli.Progress;

/// <summary>A line at each change, but never more than one in two seconds; the end is always told.</summary>
internal sealed class ProgressLines(CliConsole console, TimeProvider time) : IProgressView
{
    private static readonly TimeSpan LeastInterval = TimeSpan.FromSeconds(2);

    private readonly long _started = time.GetTimestamp();
    private long? _said;
    private string? _line;
    private bool _waits;

    public void Show(RunState state)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{state.Progress.Percent} % ({state.Progress.Completed} of {state.Progress.Total}) {What(state)}");
        if (line == _line)
        {
            return;
        }

        _line = line;
        _waits = true;
        if (RunStatuses.IsEnd(state.Status) || _said is not { } said || time.GetElapsedTime(said) >= LeastInterval)
        {
            Say();
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_waits)
        {
            Say();
        }

        return ValueTask.CompletedTask;
    }

    private static string What(RunState state) => state.Status == RunStatus.Running ? state.Progress.Message : RunStatuses.Word(state.Status);

    private void Say()
    {
        console.Say(string.Create(CultureInfo.InvariantCulture, $"{_line}, {time.GetElapsedTime(_started).TotalSeconds:F0} s"));
        _said = time.GetTimestamp();
        _waits = false;
    }
}
