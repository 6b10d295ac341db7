using System.Text.Json;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Tests.Commands;

public sealed class DebateCommandTests
{
    private const string Goal = "Should the letters of the archive be scanned?";
    private const string Archive = "The archive holds forty thousand letters. Scanning one letter takes two minutes.";

    [Fact]
    public async Task As_text_the_synthesis_comes_with_its_quotations_and_the_gate()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Done, await DebateAsync(cli, Goal, "--evidence", cli.File("archive.txt", Archive)));

        Assert.StartsWith(Goal + "\n", cli.Output, StringComparison.Ordinal);
        Assert.Contains("(The rollout runs 5 % in parallel", cli.Output, StringComparison.Ordinal);
        Assert.Contains("[archive.txt] \"The archive holds forty thousand letters.\"", cli.Output, StringComparison.Ordinal);
        Assert.Contains("gate passed", cli.Output, StringComparison.Ordinal);
        Assert.Contains(cli.ErrorLines, line => line.Contains("answered by the simulator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_JSON_the_report_is_alone_on_standard_output_with_its_ledger()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Done, await DebateAsync(cli, Goal, "--evidence", cli.File("archive.txt", Archive), "--mode", "sequential", "--complexity", "7", "--format", "json"));

        DebateReport report = JsonSerializer.Deserialize<DebateReport>(cli.Output, DebateJson.Options)!;
        Assert.Equal((DebateMode.Sequential, 7, "passed"), (report.Mode, report.Complexity, report.Gate.Status));
        Assert.Equal("debate_end", report.Ledger[^1].Event);
    }

    [Fact]
    public async Task A_folder_gives_all_its_texts_and_several_places_may_be_named()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(cli.Folder, "docs", "deep"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "one letter.md"), Archive, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "picture.png"), "no text", TestContext.Current.CancellationToken);

        await DebateAsync(cli, Goal, "--evidence", folder.Parent!.FullName, cli.File("budget.txt", "The budget pays one half position for scanning."), "--format", "json");

        Assert.Equal(["deep-one-letter.md", "budget.txt"], JsonSerializer.Deserialize<DebateReport>(cli.Output, DebateJson.Options)!.EvidenceShown);
    }

    [Fact]
    public async Task A_file_gets_the_report_as_Markdown_in_which_nothing_of_the_goal_is_markup()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };
        string report = Path.Combine(cli.Folder, "debate.md");

        Assert.Equal(ExitCode.Done, await DebateAsync(cli, "Is <b>this</b> *safe*?", "--format", "markdown", "--output", report));

        Assert.Equal("", cli.Output);
        Assert.StartsWith("# Is \\<b\\>this\\</b\\> \\*safe\\*?\n", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mode: 'both' is none of auto, parallel, sequential", "goal", "--mode", "both")]
    [InlineData("--complexity: '11' is no whole number from 1 to 10", "goal", "--complexity", "11")]
    [InlineData("--format: 'sarif' is none of text, markdown, json", "goal", "--format", "sarif")]
    [InlineData("--evidence: there is no file nowhere.txt", "goal", "--evidence", "nowhere.txt")]
    [InlineData("goal: The goal is missing or empty", " ")]
    public async Task What_cannot_be_used_is_refused_before_anything_starts(string fault, params string[] args)
    {
        using TestCli cli = new();

        Assert.Contains(fault, await cli.RefusalAsync(["debate", .. args]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_help_has_examples()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("debate", "--help"));

        Assert.Contains("workflows debate \"Should the service move to a queue?\" --evidence docs", cli.Output, StringComparison.Ordinal);
    }

    private static Task<int> DebateAsync(TestCli cli, params string[] args) => cli.RunAsync(["debate", .. args, "--data", Path.Combine(cli.Folder, "data")]);
}
