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
        string line = ProgressText.Line(state);
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

    private void Say()
    {
        console.Say(string.Create(CultureInfo.InvariantCulture, $"{_line}, {time.GetElapsedTime(_started).TotalSeconds:F0} s"));
        _said = time.GetTimestamp();
        _waits = false;
    }
}
