using System.Text;
using System.Text.Json;
using Workflows.Cli.Tests.Expressions;
using Workflows.Shared.Expressions;

namespace Workflows.Cli.Tests.Commands;

public sealed class ExpressionsCommandTests
{
    private static readonly string Harbour = Path.Combine(AppContext.BaseDirectory, "samples", "harbour.srt");

    [Fact]
    public async Task As_text_each_expression_comes_with_its_time_and_the_simulator_is_named()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Done, await FindAsync(cli, Harbour, "--chunk", "1000", "--time-scale", "5"));

        Assert.Matches(@"^1\. .+ = .+\n   00:0\d:\d\d\.\d{3} to 00:0\d:\d\d\.\d{3}\n", cli.Output);
        Assert.Contains(cli.ErrorLines, line => line.Contains("answered by the simulator", StringComparison.Ordinal));
        Assert.Contains(cli.ErrorLines, line => line.Contains("100 % ", StringComparison.Ordinal) && line.Contains("completed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_JSON_the_report_is_alone_on_standard_output_with_what_was_asked_for()
    {
        using TestCli cli = new() { Hosts = new AppHosts { Models = new FilmModels() } };

        Assert.Equal(ExitCode.Done, await FindAsync(cli, Film(cli, 4), "--level", "c1", "--language", "de", "--max", "3", "--workers", "2", "--format", "json"));

        ExpressionReport report = Report(cli);
        Assert.Equal((ExpressionStatus.Complete, LanguageLevel.C1, "de", 2), (report.Status, report.Options.Level, report.Options.Language, report.Workers));
        Assert.Equal(["the anchor goes on", "the barrel goes on", "the candle goes on"], report.Expressions.Select(one => one.Expression));
    }

    [Theory]
    [InlineData("csv", "expression,translation,meaning,usage,")]
    [InlineData("anki", "#separator:tab\n")]
    public async Task Tables_begin_with_their_header(string format, string header)
    {
        using TestCli cli = new() { Hosts = new AppHosts { Models = new FilmModels() } };

        await FindAsync(cli, Film(cli, 1), "--format", format);

        Assert.StartsWith(header, cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", true)]
    [InlineData("anki", false)]
    [InlineData("json", false)]
    [InlineData("text", false)]
    public async Task A_file_for_spreadsheets_begins_with_a_byte_order_mark_and_standard_output_never_does(string format, bool marked)
    {
        using TestCli cli = new() { Hosts = new AppHosts { Models = new FilmModels() } };
        string file = Path.Combine(cli.Folder, "words");

        await FindAsync(cli, Film(cli, 1), "--format", format, "--output", file);
        await FindAsync(cli, Film(cli, 1), "--format", format);

        byte[] written = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(marked ? 0 : -1, written.AsSpan().IndexOf("\uFEFF"u8));
        Assert.DoesNotContain('\uFEFF', cli.Output);
    }

    [Fact]
    public async Task Sequential_gives_the_same_expressions()
    {
        using TestCli parallel = new() { Hosts = new AppHosts { Models = new FilmModels() } };
        using TestCli sequential = new() { Hosts = new AppHosts { Models = new FilmModels() } };

        await FindAsync(parallel, Film(parallel, 5), "--format", "csv");
        await FindAsync(sequential, Film(sequential, 5), "--format", "csv", "--sequential");

        Assert.Equal(parallel.Output, sequential.Output);
    }

    [Fact]
    public async Task A_chunk_that_fails_is_named_and_the_others_count_and_it_answers_1()
    {
        using TestCli cli = new() { Hosts = new AppHosts { Models = new FilmModels { Failing = MadeUpFilm.Word(2) } } };

        Assert.Equal(ExitCode.Failed, await FindAsync(cli, Film(cli, 3), "--sequential"));

        Assert.Contains("1. the anchor goes on", cli.Output, StringComparison.Ordinal);
        Assert.Contains("2. the candle goes on", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Failed: chunk 2 (00:00:10.000 to 00:00:13.000), 2 attempts: ", cli.Output, StringComparison.Ordinal);
        Assert.Contains(cli.ErrorLines, line => line.Contains("100 % (3 of 3) completed; 1 failed: 2", StringComparison.Ordinal));
        Assert.EndsWith("1 of 3 chunks failed (2), the others count; the report says why", cli.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_answers_go_to_their_folder_and_not_into_the_report()
    {
        using TestCli cli = new() { Hosts = new AppHosts { Models = new FilmModels() } };
        string answers = Path.Combine(cli.Folder, "deep", "answers");

        Assert.Equal(ExitCode.Done, await FindAsync(cli, Film(cli, 2), "--save-output", answers, "--format", "json"));

        Assert.Equal(["chunk-00001.json", "chunk-00002.json", "manifest.json"], Directory.GetFiles(answers).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("the barrel goes on", await File.ReadAllTextAsync(Path.Combine(answers, "chunk-00002.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null(Report(cli).RawAnswers);
    }

    [Fact]
    public async Task A_folder_with_the_raw_answers_of_another_analysis_is_refused_before_anything_runs()
    {
        FilmModels models = new();
        using TestCli cli = new() { Hosts = new AppHosts { Models = models } };
        string answers = Path.Combine(cli.Folder, "answers");
        await FindAsync(cli, Film(cli, 2), "--save-output", answers);

        Assert.Equal(ExitCode.BadUsage, await FindAsync(cli, cli.File("other.srt", MadeUpFilm.Of(3)), "--save-output", answers));

        Assert.Equal(2, models.Asked);
        Assert.Contains("film.srt, B1, ko); name another folder, or empty this one", cli.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await FindAsync(cli, Film(cli, 2), "--save-output", answers));
    }

    [Fact]
    public async Task A_test_runs_the_first_chunk_alone()
    {
        FilmModels models = new();
        using TestCli cli = new() { Hosts = new AppHosts { Models = models } };

        Assert.Equal(ExitCode.Done, await FindAsync(cli, Film(cli, 3), "--test"));

        Assert.Equal(1, models.Asked);
        Assert.Contains("1 expressions from 1 of 3 chunks", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_in_its_own_encoding()
    {
        Encoding korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;
        using TestCli cli = new() { Hosts = new AppHosts { Models = new FilmModels() }, Input = korean.GetBytes("1\r\n00:00:01,000 --> 00:00:03,000\r\n눈치를 보지 말고 그냥 말해 보세요. 우리는 오늘 아무 데도 가지 않습니다.\r\n") };

        Assert.Equal(ExitCode.Done, await FindAsync(cli, "-", "--format", "json", "--language", "en"));

        Assert.Equal(("cp949", 1), (Report(cli).Subtitles.Encoding, Report(cli).Subtitles.Cues));
    }

    [Fact]
    public async Task Many_workers_are_warned_of_and_taken()
    {
        using TestCli cli = new() { Hosts = new AppHosts { Models = new FilmModels() } };

        Assert.Equal(ExitCode.Done, await FindAsync(cli, Film(cli, 1), "--workers", "11"));

        Assert.StartsWith("workflows: warning: 11 workers are more than 10", cli.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_goes_on_with_the_same_command_and_asks_for_nothing_twice()
    {
        FilmModels models = new() { Answers = 2 };
        using TestCli cli = new() { Hosts = new AppHosts { Models = models } };
        string film = Film(cli, 5);
        Task<int> stopped = FindAsync(cli, film, "--sequential");
        await models.Silent.WaitAsync(TestContext.Current.CancellationToken);
        cli.Stop();
        Assert.Equal(ExitCode.Stopped, await stopped);
        FilmModels rest = new();
        using TestCli again = new() { Hosts = new AppHosts { Models = rest } };

        Assert.Equal(ExitCode.Done, await again.RunAsync("expressions", film, "--sequential", "--format", "json", "--chunk", "500", "--data", Data(cli)));

        Assert.EndsWith("is kept and goes on when the same command is given again", cli.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("attached to the unfinished run expressions-", again.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(5, Report(again).Expressions.Count);
        Assert.InRange(rest.Asked, 3, 4);
    }

    private static string Film(TestCli cli, int cues) => cli.File("film.srt", MadeUpFilm.Of(cues));

    private static string Data(TestCli cli) => Path.Combine(cli.Folder, "data");

    private static ExpressionReport Report(TestCli cli) => JsonSerializer.Deserialize<ExpressionReport>(cli.Output, ExpressionJson.Options)!;

    private static Task<int> FindAsync(TestCli cli, params string[] args) => cli.RunAsync(["expressions", .. args, .. (string[])(args.Contains("--chunk") ? [] : ["--chunk", "500"]), "--data", Data(cli)]);
}
