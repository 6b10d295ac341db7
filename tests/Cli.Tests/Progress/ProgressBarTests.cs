using Workflows.Cli.Progress;
using Workflows.Cli.Runs;
using Workflows.Shared;

namespace Workflows.Cli.Tests.Progress;

public sealed class ProgressBarTests
{
    [Fact]
    public async Task Markup_in_a_message_is_text_and_lines_go_back_to_the_stream_afterwards()
    {
        using StringWriter error = new() { NewLine = "\n" };
        CliConsole console = new() { Input = Stream.Null, Output = TextWriter.Null, Error = error, ErrorIsTerminal = true };

        await using (IProgressView bar = ProgressViews.For(console, TimeProvider.System))
        {
            Assert.IsType<ProgressBar>(bar);
            bar.Show(new RunState { Id = "r", Status = RunStatus.Running, Progress = new WorkflowProgress { Completed = 1, Total = 2, Message = "[red]a[/] [oops" } });
            console.Say("meanwhile [x]");
        }

        console.Say("afterwards");
        Assert.Contains("workflows: meanwhile [x]", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("workflows: afterwards\n", error.ToString(), StringComparison.Ordinal);
    }
}
