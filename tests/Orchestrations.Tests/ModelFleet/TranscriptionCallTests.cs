using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Fleet;

public sealed class TranscriptionCallTests
{
    [Fact]
    public async Task A_recording_is_written_down_by_one_request_of_one_lease()
    {
        await using TestFleet fleet = await FleetAsync(send => TestFleet.Answer(send, new ModelTranscript { Text = "안녕하세요", Seconds = 3 }.ToAnswer()));

        TranscriptionResult result = await fleet.TranscribeAsync();

        Assert.Equal((ModelCallStatus.Answered, "안녕하세요", 3.0, true), (result.Status, result.Transcript!.Text, result.Transcript.Seconds, result.Simulated));
        ModelSend send = Assert.Single(fleet.Sends);
        Assert.Equal(("interviews/a/1.wav", "ko", 0), (send.Request.Audio!.ContentKey, send.Request.Audio.Language, send.Messages.Count));
    }

    [Theory]
    [InlineData(ModelSendStatus.RateLimited, ModelAttemptReason.Retry)]
    [InlineData(ModelSendStatus.Unavailable, ModelAttemptReason.Retry)]
    [InlineData(ModelSendStatus.Invalid, ModelAttemptReason.Repair)]
    public async Task What_fails_is_asked_again_by_the_one_loop(ModelSendStatus status, ModelAttemptReason again)
    {
        await using TestFleet fleet = await FleetAsync(send => send.Attempt == 1
            ? TestFleet.Fault(send, status) with { RawForRepair = null }
            : TestFleet.Answer(send, new ModelTranscript { Text = "" }.ToAnswer()));

        TranscriptionResult result = await fleet.TranscribeAsync();

        Assert.Equal((ModelCallStatus.Answered, ""), (result.Status, result.Transcript!.Text));
        Assert.Equal([ModelAttemptReason.First, again], result.Call.Attempts.Select(attempt => attempt.Reason));
    }

    [Fact]
    public async Task A_recording_that_no_model_takes_ends_with_the_reason()
    {
        await using TestFleet fleet = await FleetAsync(send => TestFleet.Fault(send, ModelSendStatus.Refused, "The recording is too large."));

        TranscriptionResult result = await fleet.TranscribeAsync();

        Assert.Equal((ModelCallStatus.Refused, null, "The recording is too large."), (result.Status, result.Transcript, result.Error));
    }

    private static Task<TestFleet> FleetAsync(Func<ModelSend, ModelSendOutcome> server) =>
        TestFleet.StartAsync(new TestCatalogue(TestCatalogue.Pool("a") with { ResourceClass = "cpu" }), send => Task.FromResult(server(send)));
}
