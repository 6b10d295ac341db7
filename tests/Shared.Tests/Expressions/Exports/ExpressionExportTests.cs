using System.Text.Json;
using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Exports;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Tests.Expressions.Exports;

public sealed class ExpressionExportTests
{
    private const string Header = "expression,translation,meaning,usage,similar,context,start,end,chunk,timing_reason\r\n";

    [Fact]
    public void Csv_has_a_header_and_a_row_for_each() =>
        Assert.Equal(
            Header + "give up,포기하다,\"to stop, \"\"for good\"\"\",usage,quit / stop,- No. / Yes.,00:01:05.000,00:01:07.000,2,\r\n".Replace("- No.", "'- No.", StringComparison.Ordinal) + "run late,translation,meaning,usage,,,,,1,not found in the subtitles\r\n",
            Write(ExpressionFormat.Csv));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\ta", "'\ta")]
    [InlineData("\ra", "\"'\ra\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("1=1", "1=1")]
    public void No_cell_is_a_formula(string text, string cell) =>
        Assert.StartsWith(Header + cell + ",", ExpressionExport.Write(Report(SampleExpressions.Found(text)), ExpressionFormat.Csv), StringComparison.Ordinal);

    [Fact]
    public void Anki_is_told_of_the_separator_and_the_columns() =>
        Assert.Equal(
            "#separator:tab\n#html:false\n#columns:expression\ttranslation\tmeaning\tusage\tsimilar\tcontext\tstart\tend\tchunk\ttiming_reason\n"
            + "give up\t포기하다\t\"to stop, \"\"for good\"\"\"\tusage\tquit / stop\t- No. / Yes.\t00:01:05.000\t00:01:07.000\t2\t\n"
            + "run late\ttranslation\tmeaning\tusage\t\t\t\t\t1\tnot found in the subtitles\n",
            Write(ExpressionFormat.Anki));

    [Theory]
    [InlineData("#1", "\"#1\"")]
    [InlineData("a\tb\r\nc", "a b c")]
    [InlineData("<img src=x>", "<img src=x>")]
    [InlineData("[sound:a.mp3]", "[ sound:a.mp3]")]
    [InlineData("[LaTeX]x[/LaTeX] [$]x[/$] [$$]x[/$$]", "[ LaTeX]x[/LaTeX] [ $]x[/$] [ $$]x[/$$]")]
    [InlineData("[anki:play:q:0]", "[ anki:play:q:0]")]
    [InlineData("[laughs] for $5", "[laughs] for $5")]
    public void No_note_is_a_comment_or_two_and_no_field_does_anything_when_it_is_shown(string text, string field) =>
        Assert.Contains("\n" + field + "\t", ExpressionExport.Write(Report(SampleExpressions.Found(text)), ExpressionFormat.Anki), StringComparison.Ordinal);

    [Fact]
    public void Text_is_for_reading() =>
        Assert.Equal(
            """
            1. give up = 포기하다
               00:01:05.000 to 00:01:07.000
               Meaning: to stop, "for good"
               Usage: usage
               Similar: quit / stop
               Context: - No. / Yes.

            2. run late = translation
               no time: not found in the subtitles
               Meaning: meaning
               Usage: usage

            2 expressions from 3 of 4 chunks, B1, 12.3 s
            Failed: chunk 3 (00:02:00.000 to 00:03:00.000), 2 attempts: It took too long.
            Warning: Slow.

            """.ReplaceLineEndings("\n"),
            Write(ExpressionFormat.Text));

    [Fact]
    public void Json_has_the_documents_names()
    {
        JsonElement root = JsonDocument.Parse(Write(ExpressionFormat.Json)).RootElement;

        Assert.Equal("partial", root.GetProperty("status").GetString());
        Assert.Equal("00:02:00.000", root.GetProperty("failed_chunks")[0].GetProperty("start").GetString());
        Assert.Equal("00:01:05.000", root.GetProperty("expressions")[0].GetProperty("timing").GetProperty("start").GetString());
        Assert.Equal((JsonValueKind.Null, "not_found"), (root.GetProperty("expressions")[1].GetProperty("timing").ValueKind, root.GetProperty("expressions")[1].GetProperty("timing_reason").GetString()));
        Assert.Equal("B1", root.GetProperty("options").GetProperty("level").GetString());
        Assert.Equal("long_cue", root.GetProperty("subtitles").GetProperty("notes")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void Records_come_back_from_their_json()
    {
        ExpressionReport report = Report(SampleExpressions.Found("give up", 1, 5));
        SubtitleTrack track = SampleTracks.At((1, "Hi."), (99, "Oh."));

        Assert.Equal(JsonSerializer.Serialize(report), JsonSerializer.Serialize(JsonSerializer.Deserialize<ExpressionReport>(JsonSerializer.Serialize(report))));
        Assert.Equal(track.Cues, JsonSerializer.Deserialize<SubtitleTrack>(JsonSerializer.Serialize(track, ExpressionJson.Options), ExpressionJson.Options)!.Cues);
        Assert.Equal(
            TimeSpan.FromMilliseconds(1_500),
            JsonSerializer.Deserialize<ExpressionRequest>("""{"segments":[{"start":1.5,"end":"00:02","text":"Hi."}],"options":{"level":"A2","max_expressions":5}}""", ExpressionJson.Options)!.Segments![0].Start);
    }

    private static string Write(ExpressionFormat format) => ExpressionExport.Write(
        Report(SampleExpressions.Found("give up", 2, 65) with { Translation = "포기하다", Meaning = "to stop, \"for good\"", Similar = ["quit", "stop"], ContextLines = ["- No.", "Yes."] }, SampleExpressions.Found("run late")),
        format);

    private static ExpressionReport Report(params FoundExpression[] expressions) => new()
    {
        Status = ExpressionStatus.Partial,
        Options = new ExpressionOptions(),
        Subtitles = SubtitleFacts.Of(SampleTracks.At((1, "Hi."))) with { Notes = [new SubtitleNote(SubtitleRepair.LongCue, 1)] },
        Chunks = 4,
        CountedChunks = 3,
        Workers = 5,
        Expressions = expressions,
        FailedChunks = [new FailedChunk { Chunk = 3, Start = TimeSpan.FromMinutes(2), End = TimeSpan.FromMinutes(3), Reason = "It took too long.", Attempts = 2 }],
        Warnings = ["Slow."],
        Seconds = 12.34,
    };
}
