using System.Text;
using System.Text.Json;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Tests.Commands;

public sealed class SummarizeCommandTests
{
    private const string Conversation = "고객: 지난달 요금이 두 번 빠져나가서 환불을 받고 싶어요.\n상담사: 확인했습니다. 환불을 접수해 드렸습니다.\n";

    [Fact]
    public async Task The_summary_is_alone_on_standard_output()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Done, await SummarizeAsync(cli, cli.File("call.txt", Conversation)));

        Assert.Contains("환불", Assert.Single(cli.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulated_summary_is_said_to_be_one()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        await SummarizeAsync(cli, cli.File("call.txt", Conversation));

        Assert.Contains("written by the simulator", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_it_is_the_answer_of_the_route()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        await SummarizeAsync(cli, cli.File("call.txt", Conversation), "--json");

        QuickSummary summary = JsonSerializer.Deserialize<QuickSummary>(cli.Output, ConsultationJson.Options)!;
        Assert.Equal(("call.txt", "success"), (summary.ConsultationId, summary.Status));
    }

    [Fact]
    public async Task A_dash_reads_standard_input_with_or_without_a_mark_of_its_encoding()
    {
        using TestCli cli = new() { Hosts = new AppHosts(), Input = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Conversation)] };

        Assert.Equal(ExitCode.Done, await SummarizeAsync(cli, "-"));

        Assert.Contains("환불", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_no_model_answers_the_conversations_own_sentences_are_printed_and_it_says_why()
    {
        using TestCli cli = new() { Hosts = new AppHosts { Models = new ScriptedModels(_ => Task.FromResult(ScriptedModels.Failure)) } };

        Assert.Equal(ExitCode.Done, await SummarizeAsync(cli, cli.File("call.txt", Conversation)));

        Assert.StartsWith("workflows: degraded: ", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("환불", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_conversation_is_refused_before_anything_starts()
    {
        using TestCli cli = new();

        Assert.EndsWith("the conversation is empty", await cli.RefusalAsync("summarize", cli.File("call.txt", " \n")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_in_another_encoding_is_refused_with_the_remedy()
    {
        using TestCli cli = new();

        Assert.Contains("iconv -f CP949 -t UTF-8", await cli.RefusalAsync("summarize", cli.File("call.txt", [0xB0, 0xED, 0xB0, 0xB4])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        using TestCli cli = new();

        Assert.Contains("there is no file", await cli.RefusalAsync("summarize", Path.Combine(cli.Folder, "none.txt")), StringComparison.Ordinal);
    }

    private static Task<int> SummarizeAsync(TestCli cli, string file, params string[] more) => cli.RunAsync(["summarize", file, "--data", Path.Combine(cli.Folder, "data"), "--time-scale", "0.2", .. more]);
}
