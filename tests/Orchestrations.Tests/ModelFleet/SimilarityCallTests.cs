using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Fleet;

public sealed class SimilarityCallTests
{
    [Fact]
    public async Task Each_text_has_its_similarity_in_its_place()
    {
        await using SimilarityFleet fleet = await SimilarityFleet.StartAsync();

        SimilarityResult result = await fleet.CompareAsync("quantum chromodynamics on lattices", "the parcel arrived too late", "the parcel arrived late");

        Assert.Equal(ModelCallStatus.Answered, result.Status);
        Assert.Equal(3, result.Similarities!.Count);
        Assert.True(result.Similarities[0] < 0.3 && result.Similarities[1] is > 0.6 and < 1, string.Join(' ', result.Similarities));
        Assert.Equal(1, result.Similarities[2], 3);
        Assert.True(result.Simulated);
    }

    [Fact]
    public async Task Many_texts_are_calls_of_64_inputs_at_most_and_each_call_is_one_request()
    {
        await using SimilarityFleet fleet = await SimilarityFleet.StartAsync();
        string[] texts = [.. Enumerable.Range(0, 200).Select(number => number == 150 ? "the parcel arrived late" : $"nothing {number}")];

        SimilarityResult result = await fleet.CompareAsync(texts);

        Assert.Equal([64, 64, 64, 12], fleet.Sends.Select(send => send.Request.Similarity!.Texts.Count + 1).OrderDescending());
        Assert.Equal([1, 1, 1, 1], result.Calls.Select(call => call.Attempts.Count));
        Assert.Equal(150, result.Similarities!.Index().MaxBy(entry => entry.Item).Index);
    }

    [Fact]
    public async Task Nobody_is_asked_about_blank_texts()
    {
        await using SimilarityFleet fleet = await SimilarityFleet.StartAsync();

        SimilarityResult some = await fleet.CompareAsync("", "the parcel arrived late", " \n");
        SimilarityResult none = await fleet.CompareAsync("", " ");

        Assert.Equal((ModelCallStatus.Answered, null), (some.Status, some.Error));
        Assert.Equal([0, 1, 0], some.Similarities!.Select(similarity => Math.Round(similarity, 3)));
        Assert.Equal([0, 0], none.Similarities!);
        Assert.Single(fleet.Sends);
    }

    [Fact]
    public async Task A_full_server_is_asked_again_as_for_any_call()
    {
        await using SimilarityFleet fleet = await SimilarityFleet.StartAsync();
        fleet.Instead = send => send.Attempt == 1 ? TestFleet.Fault(send, ModelSendStatus.RateLimited) : null;

        SimilarityResult result = await fleet.CompareAsync("the parcel arrived late");

        Assert.Equal(ModelCallStatus.Answered, result.Status);
        Assert.Equal([ModelAttemptReason.First, ModelAttemptReason.Retry], Assert.Single(result.Calls).Attempts.Select(attempt => attempt.Reason));
    }

    [Fact]
    public async Task Vectors_that_cannot_be_used_are_asked_for_once_more_and_then_given_up()
    {
        await using SimilarityFleet fleet = await SimilarityFleet.StartAsync();
        fleet.Instead = send => TestFleet.Fault(send, ModelSendStatus.Invalid) with { RawForRepair = null };

        SimilarityResult result = await fleet.CompareAsync("the parcel arrived late");

        Assert.Equal((ModelCallStatus.Failed, "it is broken", null), (result.Status, result.Error, result.Similarities));
        Assert.Equal([0, 0], fleet.Sends.Select(send => send.Messages.Count));
    }

    [Fact]
    public async Task When_one_of_many_calls_fails_there_are_no_similarities_at_all()
    {
        await using SimilarityFleet fleet = await SimilarityFleet.StartAsync();
        fleet.Instead = send => send.Request.Similarity!.Texts.Contains("text 70") ? TestFleet.Fault(send, ModelSendStatus.Refused) : null;

        SimilarityResult result = await fleet.CompareAsync([.. Enumerable.Range(0, 100).Select(number => $"text {number}")]);

        Assert.Equal((ModelCallStatus.Refused, null, 2), (result.Status, result.Similarities, result.Calls.Count));
    }

    [Fact]
    public async Task A_dead_server_ends_it_by_its_deadline()
    {
        await using SimilarityFleet fleet = await SimilarityFleet.StartAsync();
        fleet.Instead = send => TestFleet.Fault(send, ModelSendStatus.Unavailable) with { Seconds = 0 };

        Assert.Equal(ModelCallStatus.TimedOut, (await fleet.CompareAsync("the parcel arrived late")).Status);
    }

    [Fact]
    public async Task Vectors_are_in_no_history()
    {
        await using SimilarityFleet fleet = await SimilarityFleet.StartAsync();

        SimilarityResult result = await fleet.CompareAsync("the parcel arrived too late", "nothing");

        Assert.Matches(@"^\[0\.\d{1,4},(0|0\.\d{1,4})\]$", Assert.Single(result.Calls).Answer);
    }
}
