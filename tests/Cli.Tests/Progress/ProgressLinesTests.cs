using Workflows.Cli.Progress;
using Workflows.Cli.Runs;
using Workflows.Shared;

namespace Workflows.Cli.Tests.Progress;

public sealed class ProgressLinesTests : IDisposable
{
    private readonly TestCli _cli = new();
    private readonly ProgressLines _lines;

    public ProgressLinesTests() => _lines = new ProgressLines(_cli.Console(), _cli.Time);

    [Fact]
    public void The_first_state_is_told_at_once()
    {
        _lines.Show(State(1, "reading"));

        Assert.Equal(["workflows: 10 % (1 of 10) reading, 0 s"], _cli.ErrorLines);
    }

    [Fact]
    public void Before_anything_is_known_the_status_is_told()
    {
        _lines.Show(new RunState { Id = "r", Status = RunStatus.Queued });
        _cli.Time.Advance(TimeSpan.FromSeconds(10));
        _lines.Show(new RunState { Id = "r", Status = RunStatus.Running });

        Assert.Equal(["workflows: queued, 0 s", "workflows: running, 10 s"], _cli.ErrorLines);
    }

    [Fact]
    public void The_same_state_is_told_once()
    {
        _lines.Show(State(1, "reading"));
        _cli.Time.Advance(TimeSpan.FromSeconds(10));
        _lines.Show(State(1, "reading"));

        Assert.Single(_cli.ErrorLines);
    }

    [Fact]
    public void Changes_in_quick_succession_are_told_every_two_seconds()
    {
        for (int i = 1; i <= 9; i++)
        {
            _lines.Show(State(i, "reviewing"));
            _cli.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 3, 5, 7, 9], _cli.ErrorLines.Select(line => int.Parse(line.Split('(')[1].Split(' ')[0], null)));
    }

    [Fact]
    public async Task What_was_held_back_is_told_at_the_end()
    {
        _lines.Show(State(1, "reading"));
        _lines.Show(State(2, "reviewing"));
        await _lines.DisposeAsync();

        Assert.Equal("workflows: 20 % (2 of 10) reviewing, 0 s", _cli.ErrorLines[^1]);
    }

    [Fact]
    public void The_end_is_told_at_once()
    {
        _lines.Show(State(9, "reviewing"));
        _lines.Show(State(10, "done") with { Status = RunStatus.Completed });

        Assert.Equal("workflows: 100 % (10 of 10) completed, 0 s", _cli.ErrorLines[^1]);
    }

    [Fact]
    public void What_has_failed_is_told_apart_from_what_goes_on()
    {
        _lines.Show(State(5, "analysing") with { Trouble = "2 failed: 7, 31" });

        Assert.Equal(["workflows: 50 % (5 of 10) analysing; 2 failed: 7, 31, 0 s"], _cli.ErrorLines);
    }

    [Fact]
    public void A_message_from_a_server_cannot_break_out_of_its_line()
    {
        _lines.Show(State(1, "a\nworkflows: done\u001b[0m"));

        Assert.DoesNotContain('\u001b', Assert.Single(_cli.ErrorLines));
    }

    public void Dispose() => _cli.Dispose();

    private static RunState State(int completed, string message) =>
        new() { Id = "r", Status = RunStatus.Running, Progress = new WorkflowProgress { Completed = completed, Total = 10, Message = message } };
}
