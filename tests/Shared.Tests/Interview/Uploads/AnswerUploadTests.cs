using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Uploads;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Interview.Uploads;

public sealed class AnswerUploadTests
{
    [Fact]
    public void A_text_or_a_recording_is_an_answer()
    {
        Assert.Null(new AnswerUpload { Text = "I was there." }.Check());
        Assert.Null(new AnswerUpload { Audio = File(1) }.Check());
    }

    [Fact]
    public void What_is_empty_or_too_large_is_none()
    {
        Assert.Equal("text", new AnswerUpload { Text = " \n" }.Check()?.Field);
        Assert.Equal("text", new AnswerUpload { Text = new string('x', InterviewRules.LongestAnswer + 1) }.Check()?.Field);
        Assert.Equal("audio", new AnswerUpload { Audio = File(ModelMedia.LargestAudio + 1) }.Check()?.Field);
        Assert.Equal("frames", new AnswerUpload { Text = "x", Frames = [File(ModelMedia.LargestImage + 1)] }.Check()?.Field);
        Assert.Equal("frames", new AnswerUpload { Text = "x", Frames = [.. Enumerable.Repeat(File(1), MediaFiles.MostFrames + 1)] }.Check()?.Field);
    }

    private static UploadedFile File(int bytes) => new(new byte[bytes], "x/y", "z");
}
