namespace Workflows.Cli.Tests;

public sealed class CliConsoleTests
{
    [Fact]
    public void What_is_said_stays_on_one_line_and_cannot_steer_the_terminal()
    {
        string line = CliConsole.OneLine("a\r\nb\tc \u001b[2J\u202Ed");

        Assert.StartsWith("a b c ", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', line);
        Assert.DoesNotContain('\u202E', line);
    }

    [Fact]
    public void A_very_long_text_is_cut() => Assert.Equal(1_001, CliConsole.OneLine(new string('a', 5_000)).Length);

    [Fact]
    public void While_something_is_drawn_lines_take_their_way_through_it()
    {
        using TestCli cli = new();
        CliConsole console = cli.Console();
        List<string> drawn = [];

        console.Detour(drawn.Add);
        console.Say("one");
        console.Detour(null);
        console.Say("two");

        Assert.Equal(["workflows: one"], drawn);
        Assert.Equal(["workflows: two"], cli.ErrorLines);
    }

    [Fact]
    public void Beside_a_log_for_programs_messages_have_its_form_and_lines_of_the_log_stay_as_they_are()
    {
        using TestCli cli = new();
        CliConsole console = cli.Console();

        console.SpeakAs(message => $"<{message}>");
        console.Say("listening\n on");
        console.Write("{}");

        Assert.Equal(["<listening on>", "{}"], cli.ErrorLines);
    }
}
