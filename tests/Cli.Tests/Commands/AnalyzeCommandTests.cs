using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Cli.Tests.Runs;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Tests.Commands;

public sealed class AnalyzeCommandTests
{
    private const string Lines = """
        {"consultation_id": "CL-1", "conversation_text": "고객: 요금이 두 번 빠져나가서 환불을 받고 싶어요.\n상담사: 환불을 접수해 드렸습니다."}

        {"consultation_id": "CL-2", "conversation_text": "Customer: I want to move my booking to Friday.\nAgent: I have moved it to Friday at ten.", "metadata": {"duration": 60}, "priority": "high"}

        """;

    private const string WithOneWithoutWords = Lines + """{"consultation_id": "CL-3", "conversation_text": "고객:\n상담사:"}""";

    private static readonly (string, string)[] Callbacks =
    [
        ("Consultations:Clients:cli:Secrets:0", "a secret of the command line"),
        ("Consultations:CallbackHosts:0", "127.0.0.1"),
        ("Consultations:AllowPrivateCallbacks", "true"),
    ];

    [Fact]
    public async Task As_JSON_the_report_has_the_documents_shape_and_is_alone_on_standard_output()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Done, await AnalyzeAsync(cli, cli.File("calls.jsonl", Lines), "--format", "json"));

        BatchReport report = JsonSerializer.Deserialize<BatchReport>(cli.Output, ConsultationJson.Options)!;
        Assert.Equal(["CL-1", "CL-2"], report.Results.Select(result => result.ConsultationId));
        Assert.All(report.Results, result => Assert.NotNull(result.Summary));
        Assert.Contains($"batch {report.BatchId} of 2 consultations", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_text_what_was_not_analysed_stands_apart_and_answers_1()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Failed, await AnalyzeAsync(cli, cli.File("calls.jsonl", WithOneWithoutWords)));

        string[] parts = cli.Output.Split("\nNot analysed:\n");
        Assert.Contains("2 of 3 consultations analysed", parts[0], StringComparison.Ordinal);
        Assert.Equal("  CL-3: The conversation has no words.\n", parts[1]);
        Assert.EndsWith("1 of 3 consultations was not analysed; the report says why", cli.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_told_on_the_error_stream_to_its_end()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        await AnalyzeAsync(cli, cli.File("calls.jsonl", Lines));

        Assert.Contains(cli.ErrorLines, line => line.Contains("100 % (2 of 2) completed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_command_again_gives_the_same_batch_without_analysing_it_again()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };
        string file = cli.File("calls.jsonl", Lines);
        await AnalyzeAsync(cli, file, "--format", "json");
        using TestCli again = new() { Hosts = new AppHosts { Models = new ScriptedModels(_ => throw new InvalidOperationException("Nothing is to be asked.")) } };

        Assert.Equal(ExitCode.Done, await AnalyzeInAsync(again, file, Data(cli), "--format", "json", "--time-scale", "5"));

        Assert.Equal(cli.Output, again.Output);
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_says_how_to_go_on_and_the_same_command_does()
    {
        TaskCompletionSource asked = new();
        using TestCli cli = new()
        {
            Hosts = new AppHosts
            {
                Models = new ScriptedModels(async cancellation =>
                {
                    asked.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
                    return ScriptedModels.Failure;
                }),
            },
        };
        string file = cli.File("calls.jsonl", Lines);
        Task<int> stopped = AnalyzeAsync(cli, file);
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        cli.Stop();
        Assert.Equal(ExitCode.Stopped, await stopped);
        using TestCli again = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Done, await AnalyzeInAsync(again, file, Data(cli), "--time-scale", "5"));

        string batch = again.Output.Split(':')[0];
        Assert.EndsWith($"stopped; the batch {batch} is kept and goes on when the same command is given again", cli.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dash_reads_standard_input_and_a_file_gets_the_report()
    {
        using TestCli cli = new() { Hosts = new AppHosts(), Input = Encoding.UTF8.GetBytes(Lines) };
        string report = Path.Combine(cli.Folder, "report.json");

        Assert.Equal(ExitCode.Done, await AnalyzeAsync(cli, "-", "--format", "json", "--output", report));

        Assert.Equal("", cli.Output);
        Assert.Equal(2, JsonSerializer.Deserialize<BatchReport>(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), ConsultationJson.Options)!.Results.Count);
    }

    [Fact]
    public async Task With_a_callback_it_waits_until_it_is_delivered()
    {
        await using TestServer receiver = await TestServer.StartAsync((_, number) => number == 1 ? Results.StatusCode(500) : Results.NoContent());
        using TestCli cli = new() { Hosts = new AppHosts(Callbacks) };

        Assert.Equal(ExitCode.Done, await AnalyzeAndCallBackAsync(cli, receiver.Url + "/done"));

        Assert.Equal("workflows: the callback is delivered", cli.ErrorLines[^1]);
        Assert.Equal("POST /done", receiver.Requests[^1].Line);
        Assert.Equal(
            JsonSerializer.Deserialize<BatchReport>(cli.Output, ConsultationJson.Options)!.BatchId,
            JsonSerializer.Deserialize<BatchReport>(receiver.Requests[^1].Body, ConsultationJson.Options)!.BatchId);
    }

    [Fact]
    public async Task A_callback_that_is_not_taken_answers_1_and_says_how_it_stands()
    {
        await using TestServer receiver = await TestServer.StartAsync((_, _) => Results.StatusCode(503));
        using TestCli cli = new() { Hosts = new AppHosts(Callbacks) };

        Assert.Equal(ExitCode.Failed, await AnalyzeAndCallBackAsync(cli, receiver.Url));

        Assert.Contains("the callback is not delivered yet", cli.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("status 503", cli.ErrorLines[^1], StringComparison.Ordinal);
    }

    private static string Data(TestCli cli) => Path.Combine(cli.Folder, "data");

    /// <summary>The command waits a minute for a callback: at time scale 10 six seconds, which a busy machine has too.</summary>
    private static Task<int> AnalyzeAndCallBackAsync(TestCli cli, string callback) =>
        AnalyzeInAsync(cli, cli.File("calls.jsonl", Lines), Data(cli), "--callback", callback, "--format", "json", "--time-scale", "4");

    private static Task<int> AnalyzeAsync(TestCli cli, string file, params string[] more) => AnalyzeInAsync(cli, file, Data(cli), [.. more, "--time-scale", "5"]);

    private static Task<int> AnalyzeInAsync(TestCli cli, string file, string data, params string[] more) =>
        cli.RunAsync(["analyze", file, "--data", data, .. more]);
}
