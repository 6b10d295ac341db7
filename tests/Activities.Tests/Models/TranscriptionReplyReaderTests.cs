using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class TranscriptionReplyReaderTests
{
    [Theory]
    [InlineData("""{"text":"Hello."}""", "Hello.", null, null)]
    [InlineData("""{"text":" Hello.\n","usage":{"type":"duration","seconds":12}}""", "Hello.", null, 12.0)]
    [InlineData("""{"task":"transcribe","language":"korean","duration":3.5,"text":"네","segments":[{"id":0,"text":"네"}]}""", "네", "korean", 3.5)]
    [InlineData("""{"text":"","duration":"7.25"}""", "", null, 7.25)]
    [InlineData("""{"text":"x","language":7,"duration":-1}""", "x", null, null)]
    [InlineData("""{"text":"x","duration":1e300}""", "x", null, null)]
    public void Plain_and_verbose_answers_are_transcripts(string body, string text, string? language, double? seconds) =>
        Assert.Equal(new ModelTranscript { Text = text, Language = language, Seconds = seconds }, Read(body, out _));

    [Theory]
    [InlineData("")]
    [InlineData("Hello.")]
    [InlineData("[]")]
    [InlineData("\"Hello.\"")]
    [InlineData("{}")]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"text":["Hello."]}""")]
    [InlineData("""{"error":{"message":"secret"}}""")]
    [InlineData("""{"text":"\ud800"}""")]
    public void Anything_else_is_none_and_the_error_quotes_nothing(string body)
    {
        Assert.Null(Read(body, out string? error));
        Assert.StartsWith("The server's answer is not ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transcript_without_end_is_none()
    {
        Assert.Null(Read($$"""{"text":"{{new string('x', TranscriptionReplyReader.LongestText + 1)}}"}""", out string? error));
        Assert.Equal("The transcript has more than 200000 characters.", error);
    }

    [Fact]
    public void Whatever_a_server_sends_nothing_is_thrown() => Prop.ForAll<byte[]>(body =>
    {
        TranscriptionReplyReader.Read(body ?? [], out _, out string? error);
        TranscriptionReplyReader.Read(Encoding.UTF8.GetBytes("{\"text\":" + Encoding.Latin1.GetString(body ?? []) + "}"), out _, out error);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_transcript_survives_being_an_answer() => Prop.ForAll<NonNull<string>>(text =>
    {
        ModelTranscript transcript = new() { Text = UTF8(text.Get), Language = "ko", Seconds = 1.5 };
        return ModelTranscript.FromAnswer(transcript.ToAnswer()) == transcript;

        static string UTF8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }).QuickCheckThrowOnFailure();

    private static ModelTranscript? Read(string body, out string? error) => TranscriptionReplyReader.Read(Encoding.UTF8.GetBytes(body), out _, out error);
}
