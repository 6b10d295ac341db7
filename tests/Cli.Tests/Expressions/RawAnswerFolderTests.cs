using System.Text.Json;
using Workflows.Cli.Expressions;
using Workflows.Shared.Expressions;
using Workflows.Shared.Subtitles;

namespace Workflows.Cli.Tests.Expressions;

public sealed class RawAnswerFolderTests : IDisposable
{
    private readonly TestCli _cli = new();

    private string Place => Path.Combine(_cli.Folder, "answers");

    [Fact]
    public async Task Each_answer_has_a_file_by_its_chunks_number_word_for_word()
    {
        await Folder().WriteAsync(Report(new RawAnswer(1, "{ \"expressions\": [] }"), new RawAnswer(12, "{}")));

        Assert.Equal(["chunk-00001.json", "chunk-00012.json", "manifest.json"], Files());
        Assert.Equal("{ \"expressions\": [] }", await File.ReadAllTextAsync(Path.Combine(Place, "chunk-00001.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_manifest_names_the_analysis_its_answers_and_what_failed()
    {
        await Folder("expressions-1").WriteAsync(Report(new RawAnswer(2, "{}")) with { FailedChunks = [Failed(1)] });

        JsonElement manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Place, "manifest.json"), TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(("expressions-1", "film.srt", "B1"), (manifest.GetProperty("analysis").GetString(), manifest.GetProperty("subtitles").GetString(), manifest.GetProperty("options").GetProperty("level").GetString()));
        Assert.Equal("""[{"chunk":2,"file":"chunk-00002.json"}]""", JsonSerializer.Serialize(manifest.GetProperty("answers")));
        Assert.Equal([1], manifest.GetProperty("failed_chunks").Deserialize<int[]>()!);
    }

    [Fact]
    public async Task The_same_analysis_again_leaves_no_answer_of_the_run_before_and_nothing_else_is_touched()
    {
        await Folder().WriteAsync(Report(new RawAnswer(1, "old"), new RawAnswer(2, "old")));
        await File.WriteAllTextAsync(Path.Combine(Place, "chunk-mine.json"), "mine", TestContext.Current.CancellationToken);

        await Folder().WriteAsync(Report(new RawAnswer(2, "new")));

        Assert.Equal(["chunk-00002.json", "chunk-mine.json", "manifest.json"], Files());
        Assert.Equal("new", await File.ReadAllTextAsync(Path.Combine(Place, "chunk-00002.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_analysis_is_refused_with_what_is_there()
    {
        await Folder("expressions-1").WriteAsync(Report(new RawAnswer(1, "{}")));

        CliException refusal = Assert.Throws<CliException>(() => Folder("expressions-2"));

        Assert.Equal((ExitCode.BadUsage, $"--save-output: {Place} holds the answers of another analysis (film.srt, B1, ko); name another folder, or empty this one"), (refusal.ExitCode, refusal.Message));
    }

    [Theory]
    [InlineData("chunk-00001.json", "{}", "chunk-00001.json of another analysis")]
    [InlineData("manifest.json", "", "a manifest.json of something else")]
    [InlineData("manifest.json", "{\"name\": \"app\"}", "a manifest.json of something else")]
    [InlineData("manifest.json", "[]", "a manifest.json of something else")]
    [InlineData("manifest.json", "null", "a manifest.json of something else")]
    [InlineData("manifest.json", "{\"analysis\":\"a\",\"subtitles\":null,\"options\":null,\"answers\":null,\"failed_chunks\":null}", "a manifest.json of something else")]
    public void A_folder_whose_content_is_not_known_is_refused(string file, string text, string held)
    {
        Directory.CreateDirectory(Place);
        File.WriteAllText(Path.Combine(Place, file), text);

        CliException refusal = Assert.Throws<CliException>(() => Folder());

        Assert.Equal(ExitCode.BadUsage, refusal.ExitCode);
        Assert.Contains($" holds {held}; ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Path.Combine(Place, file)));
    }

    [Fact]
    public void Other_files_are_in_nobodys_way()
    {
        Directory.CreateDirectory(Place);
        File.WriteAllText(Path.Combine(Place, "notes.txt"), "mine");

        Folder();

        Assert.Equal(["notes.txt"], Files());
    }

    [Theory]
    [InlineData("chunk-00001.json")]
    [InlineData("manifest.json")]
    public async Task A_link_that_leads_out_of_the_folder_is_not_followed(string name)
    {
        string outside = _cli.File("outside.json", "mine");
        RawAnswerFolder folder = Folder();
        File.CreateSymbolicLink(Path.Combine(Place, name), outside);

        await folder.WriteAsync(Report(new RawAnswer(1, "{}")));

        Assert.Equal("mine", await File.ReadAllTextAsync(outside, TestContext.Current.CancellationToken));
        Assert.Null(new FileInfo(Path.Combine(Place, name)).LinkTarget);
    }

    [Fact]
    public void A_file_can_be_no_folder()
    {
        CliException refusal = Assert.Throws<CliException>(() => RawAnswerFolder.Prepare(_cli.File("answers", "x"), "expressions-1", "film.srt", Services()));

        Assert.Equal(ExitCode.BadUsage, refusal.ExitCode);
        Assert.StartsWith("--save-output: ", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();

    private static ExpressionReport Report(params RawAnswer[] answers) => new()
    {
        Status = ExpressionStatus.Complete,
        Options = new ExpressionOptions(),
        Subtitles = new SubtitleFacts { Format = SubtitleFormat.SubRip, Cues = 1, Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(1) },
        Chunks = 2,
        CountedChunks = 2,
        Workers = 1,
        Expressions = [],
        RawAnswers = answers,
        Seconds = 1,
    };

    private static FailedChunk Failed(int chunk) => new() { Chunk = chunk, Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(1), Reason = "It took too long.", Attempts = 2 };

    private IEnumerable<string?> Files() => Directory.GetFiles(Place).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private RawAnswerFolder Folder(string analysis = "expressions-1") => RawAnswerFolder.Prepare(Place, analysis, "film.srt", Services());

    private CliServices Services() => CliServices.OfThisProcess(_cli.Console(), CancellationToken.None);
}
