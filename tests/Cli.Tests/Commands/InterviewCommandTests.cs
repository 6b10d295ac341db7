using System.Text;
using System.Text.Json;
using Workflows.Shared.Interview;

namespace Workflows.Cli.Tests.Commands;

public sealed class InterviewCommandTests
{
    private static readonly string Answers = Path.Combine(AppContext.BaseDirectory, "samples", "interview-answers.txt");

    private static readonly string Resume = Path.Combine(AppContext.BaseDirectory, "samples", "interview-resume.txt");

    [Fact]
    public async Task Played_from_a_file_it_shows_every_question_and_the_report_is_alone_on_standard_output()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };

        Assert.Equal(ExitCode.Done, await HoldAsync(cli, "--role", "archivist", "--resume", Resume, "--answers", Answers, "--format", "json"));

        InterviewReport report = JsonSerializer.Deserialize<InterviewReport>(cli.Output, InterviewJson.Options)!;
        Assert.Equal((InterviewEnd.Complete, "archivist", 15), (report.Status, report.Role, report.Stages.Count));
        Assert.All(report.Stages, stage => Assert.Contains(cli.ErrorLines, line => line == stage.Question));
        Assert.Contains(cli.ErrorLines, line => line.Contains("answered by the simulator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Typed_answers_end_with_an_empty_line_and_an_interview_left_goes_on_with_the_same_command()
    {
        string[] said = [.. Enumerable.Range(1, 15).Select(number => $"Answer {number}\nin two lines.\n\n")];
        using TestCli cli = new() { Hosts = new AppHosts(), Input = Encoding.UTF8.GetBytes(string.Concat(said.Take(3))) };
        Assert.Equal(ExitCode.Failed, await HoldAsync(cli, "--role", "keeper"));
        using TestCli again = new() { Hosts = new AppHosts(), Input = Encoding.UTF8.GetBytes(string.Concat(said.Skip(3))) };

        Assert.Equal(ExitCode.Done, await again.RunAsync("interview", "--role", "keeper", "--time-scale", "4", "--data", Data(cli)));

        Assert.EndsWith("standard input has ended before stage 4; the interview is kept and goes on when the same command is given again", cli.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("attached to the unfinished interview interview-", again.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("Interview for keeper: complete, 15 of 15 questions answered", again.Output, StringComparison.Ordinal);
        Assert.Contains("A: Answer 15\n      in two lines.", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_Lines_name_stages_and_unknown_names_of_stages_are_told()
    {
        using TestCli cli = new() { Hosts = new AppHosts() };
        string answers = cli.File("answers.jsonl", string.Join('\n', Enumerable.Range(1, 14).Select(number => $$"""{"stage": "{{number}}", "text": "Answer {{number}}.", "after_seconds": 1}""").Append("""{"stage": "마무리", "text": "Last answer."}""")));
        string stages = cli.File("stages.txt", "Begrüßung\n\nmotivation\n");

        Assert.Equal(ExitCode.Done, await HoldAsync(cli, "--answers", answers, "--stages", stages));

        Assert.Contains("Last answer.", cli.Output, StringComparison.Ordinal);
        Assert.Contains(cli.ErrorLines, line => line.EndsWith("the scenario knows no stage 'Begrüßung'; Self-introduction is taken in its place", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--language", "de", "--language: The language is en or ko")]
    [InlineData("--format", "xml", "--format: 'xml' is none of text, json")]
    [InlineData("--role", " ", "--role: The role is empty; leave it out where it has no name")]
    [InlineData("--answers", "nowhere.txt", "--answers: there is no file nowhere.txt")]
    [InlineData("--resume", "nowhere.txt", "--resume: there is no file nowhere.txt")]
    public async Task What_cannot_be_used_is_said_before_anything_starts(string option, string value, string said)
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.BadUsage, await HoldAsync(cli, option, value));

        Assert.Equal($"workflows: {said}", Assert.Single(cli.ErrorLines));
        Assert.False(Directory.Exists(Data(cli)));
    }

    [Theory]
    [InlineData("a.txt", " \n\n", "has no answers")]
    [InlineData("a.jsonl", "{\"text\": 1}", "line 1 is not {\"stage\"?, \"text\"?, \"audio\"?, \"frames\"?, \"after_seconds\"?}")]
    [InlineData("a.jsonl", "{\"stage\": \"1\"}", "the answer of stage 1: The answer is empty: give a text or a recording")]
    [InlineData("a.jsonl", "{\"text\": \"x\", \"after_seconds\": -1}", "after_seconds is from 0 to 86,400")]
    [InlineData("a.jsonl", "{\"audio\": \"a.jsonl\"}", "a.jsonl is not WAV, MP3, M4A, WebM, Ogg or FLAC")]
    public async Task A_file_of_answers_with_a_fault_is_refused_by_it(string name, string content, string said)
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.BadUsage, await HoldAsync(cli, "--answers", cli.File(name, content)));

        Assert.EndsWith(said, Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
    }

    private static string Data(TestCli cli) => Path.Combine(cli.Folder, "data");

    private static Task<int> HoldAsync(TestCli cli, params string[] args) => cli.RunAsync(["interview", .. args, "--time-scale", "4", "--data", Data(cli)]);
}
