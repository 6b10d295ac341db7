using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Runtime.Host;
using Workflows.Shared.Interview;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions.Interview;

/// <summary>Answers in sound and pictures.</summary>
public sealed class InterviewMediaTests
{
    private static readonly byte[] Wave = [.. "RIFF"u8, 36, 125, 0, 0, .. "WAVEfmt "u8, .. new byte[32_000]];
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[64]];

    [Fact]
    public async Task A_spoken_answer_is_written_down_taken_up_and_analysed_and_its_frames_are_noted()
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        string id = await app.BeginAsync();
        await app.NextAsync(id);
        await app.StatusOfAsync(id, new { text = "I am a keeper." });
        InterviewState state = (await app.NextAsync(id, "self-introduction"))!;

        using HttpResponseMessage said = await SayAsync(app, id, ("audio", Wave), ("frames", Picture), ("frames", Picture));
        InterviewReport report = await app.HoldAsync(id);

        Assert.Equal((HttpStatusCode.Accepted, 2), (said.StatusCode, state.Stage!.Number));
        StageReport stage = report.Stages[1];
        Assert.Equal(AnswerKind.Audio, stage.AnswerKind);
        Assert.StartsWith("[simulated transcription", stage.Answer, StringComparison.Ordinal);
        Assert.NotNull(stage.Analysis);
        Assert.Equal("Simulated: nobody looked at the face.", stage.Video?.Expression);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(app.App.Services.GetRequiredService<EmbeddedHostOptions>().DataFolder, "content", "interviews")));
    }

    [Fact]
    public async Task A_speech_model_that_is_dead_holds_up_no_question()
    {
        await using InterviewApp app = await InterviewApp.StartAsync(timeScale: 4, settings: ("Interviews:ReportMinutes", "1"));
        app.App.Break("speech", new FaultSettings { Http500 = new FaultSetting { Rate = 1 } });
        string id = await app.BeginAsync();
        await app.NextAsync(id);

        using HttpResponseMessage said = await SayAsync(app, id, ("audio", Wave));
        InterviewReport report = await app.HoldAsync(id);

        Assert.Equal((HttpStatusCode.Accepted, InterviewEnd.Partial, 15), (said.StatusCode, report.Status, report.Stages.Count));
        Assert.InRange(report.Stages[1].SecondsFromAnswer!.Value, 10, 60);
        Assert.Null(report.Stages[0].Analysis);
        Assert.All(report.Stages.Skip(1), stage => Assert.NotNull(stage.Analysis));
    }

    [Theory]
    [InlineData("audio", "text that is no sound")]
    [InlineData("frames", "text that is no picture")]
    [InlineData("other", "a file that nobody asked for")]
    public async Task What_is_no_recording_and_no_frame_is_refused_by_its_field(string field, string content)
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        string id = await app.BeginAsync();
        await app.NextAsync(id);

        using HttpResponseMessage said = await SayAsync(app, id, (field, System.Text.Encoding.UTF8.GetBytes(content)));

        Assert.Equal(HttpStatusCode.BadRequest, said.StatusCode);
        Assert.Contains($"\"{field}\"", await said.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SayAsync(InterviewApp app, string id, params (string Field, byte[] Content)[] files)
    {
        using MultipartFormDataContent form = [];
        foreach ((string field, byte[] content) in files)
        {
            ByteArrayContent part = new(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, field, "../../name");
        }

        return await app.App.Http.PostAsync(new Uri($"/api/v1/interviews/{id}/answers", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
