namespace Workflows.Cli.Tests.Commands;

public sealed class ExpressionsCommandInputTests
{
    private const string Film = "1\n00:00:01,000 --> 00:00:03,000\nTake it easy.\n";

    [Theory]
    [InlineData("--level: 'B3' is none of A1, A2, B1, B2, C1, C2", "--level", "B3")]
    [InlineData("--level: '3' is none of A1, A2, B1, B2, C1, C2", "--level", "3")]
    [InlineData("--language: The language is one of ar, de, en", "--language", "tlh")]
    [InlineData("--max: max_expressions is 0; it is a whole number from 1 to 100,000", "--max", "0")]
    [InlineData("--max: 'many' is no whole number", "--max", "many")]
    [InlineData("--workers: workers is 51; it is a whole number from 1 to 50", "--workers", "51")]
    [InlineData("--workers has no say with --sequential; leave one of both out", "--workers", "2", "--sequential")]
    [InlineData("--chunk: chunk_characters is 100; it is a whole number from 500 to 50,000", "--chunk", "100")]
    [InlineData("--format: 'pdf' is none of text, json, csv, anki", "--format", "pdf")]
    [InlineData("--save-output: name a folder", "--save-output", " ")]
    [InlineData("--output: the folder of nowhere/report.txt does not exist", "--output", "nowhere/report.txt")]
    public async Task What_cannot_be_used_is_refused_before_anything_starts(string fault, params string[] options)
    {
        using TestCli cli = new();

        Assert.Contains(fault, await cli.RefusalAsync(["expressions", cli.File("film.srt", Film), .. options]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using TestCli cli = new();

        Assert.Contains("the subtitles: there is no file nowhere.srt", await cli.RefusalAsync("expressions", "nowhere.srt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("film.srt")]
    [InlineData("-")]
    public async Task A_file_without_cues_is_told_what_was_expected(string file)
    {
        using TestCli cli = new() { Input = "Chapter 1\n"u8.ToArray() };
        string path = cli.File("film.srt", "Chapter 1\n");

        string refusal = await cli.RefusalAsync("expressions", file == "-" ? file : path);

        Assert.Contains($"{(file == "-" ? "standard input" : path)}: No subtitle cue was found; expected SubRip", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_help_has_examples()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("expressions", "--help"));

        Assert.Contains("workflows expressions samples/harbour.srt", cli.Output, StringComparison.Ordinal);
    }
}
