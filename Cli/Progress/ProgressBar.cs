using Spectre.Console;
using Workflows.Cli.Runs;

namespace Workflows.Cli.Progress;

/// <summary>One moving bar with percent, message and elapsed time. Lines said meanwhile appear above it.</summary>
internal sealed class ProgressBar : IProgressView
{
    private const int MaxMessage = 60;

    private readonly CliConsole _console;
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _drawing;
    private ProgressTask? _bar;

    public ProgressBar(CliConsole console)
    {
        _console = console;
        IAnsiConsole ansi = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
        _drawing = ansi.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                _bar = context.AddTask("starting");
                await _end.Task;
            });
        console.Detour(line => ansi.WriteLine(line));
    }

    public void Show(RunState state)
    {
        if (_bar is not { } bar)
        {
            return;
        }

        string message = CliConsole.OneLine(state.Status == RunStatus.Running ? state.Progress.Message : RunStatuses.Word(state.Status));
        bar.Description = Markup.Escape(message.Length <= MaxMessage ? message : string.Concat(message.AsSpan(0, MaxMessage), "…"));
        bar.Value = RunStatuses.IsEnd(state.Status) ? bar.MaxValue : state.Progress.Percent;
    }

    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await _drawing;
        _console.Detour(null);
    }
}
