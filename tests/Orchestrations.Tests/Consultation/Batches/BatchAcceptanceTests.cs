using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Tests.Consultation;

/// <summary>A batch is accepted as a whole or not at all.</summary>
public sealed class BatchAcceptanceTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task An_accepted_batch_is_stored_known_and_on_the_queue_with_a_message_for_each_consultation()
    {
        await using TestBatches batches = await TestBatches.StartAsync();

        BatchAcceptance accepted = await batches.AcceptAsync(3, ConsultationPriority.High);

        Assert.Equal(("BATCH-20260101-001", 3, "queued"), (accepted.BatchId, accepted.TotalConsultations, accepted.Status));
        Assert.Equal(Enumerable.Range(0, 3).Select(i => ContentKeys.Item(accepted.BatchId, i)), batches.Keys);
        Assert.Equal("...", (await batches.StateAsync(accepted.BatchId))!.Items);
        Assert.Equal([(0, ConsultationPriority.High), (1, ConsultationPriority.High), (2, ConsultationPriority.High)], batches.Queue.Messages.Select(message => (message.Index!.Value, message.Priority)));
        Assert.All(batches.Queue.Messages, message => Assert.Null(message.ConversationText));
    }

    [Fact]
    public async Task Few_consultations_are_estimated_from_the_next_timer_on_and_enough_of_them_from_now_on()
    {
        await using TestBatches batches = await TestBatches.StartAsync();

        BatchAcceptance few = await batches.AcceptAsync(2);
        BatchAcceptance enough = await batches.AcceptAsync(20);

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 15, 37, TimeSpan.Zero), few.EstimatedCompletion);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 7, 10, TimeSpan.Zero), enough.EstimatedCompletion);
    }

    [Fact]
    public async Task Numbers_count_up_and_begin_anew_with_the_utc_day()
    {
        await using TestBatches batches = await TestBatches.StartAsync(new DateTimeOffset(2026, 2, 28, 23, 30, 0, TimeSpan.Zero));

        string first = (await batches.AcceptAsync(1)).BatchId;
        string second = (await batches.AcceptAsync(1)).BatchId;
        await batches.PassAsync(Hour);
        string nextDay = (await batches.AcceptAsync(1)).BatchId;

        Assert.Equal(["BATCH-20260228-001", "BATCH-20260228-002", "BATCH-20260301-001"], [first, second, nextDay]);
    }

    [Fact]
    public async Task A_store_that_fails_half_way_leaves_nothing_of_the_batch()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        batches.Store.Refuses = key => key.EndsWith("00002.json", StringComparison.Ordinal);

        OrchestrationMetadata ended = await batches.SubmitAsync(5);
        await batches.PassAsync(Hour);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Empty(batches.Queue.Messages);
        Assert.Empty(batches.Keys);
        Assert.Empty(await batches.KnownAsync());
    }

    [Fact]
    public async Task A_queue_that_fails_half_way_leaves_nothing_of_the_batch_and_the_messages_that_were_sent_do_nothing()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        batches.Queue.Refuses = send => send > 3;

        OrchestrationMetadata ended = await batches.SubmitAsync(5);
        await batches.PassAsync(Hour);
        await batches.DeliverAsync(batches.Queue.Messages);
        await batches.TimerAsync();
        await batches.PassAsync(Hour);

        Assert.Equal((OrchestrationRuntimeStatus.Failed, 3), (ended.RuntimeStatus, batches.Queue.Messages.Count));
        Assert.Empty(batches.Keys);
        Assert.Empty(await batches.KnownAsync());
        Assert.Empty(batches.Runs);
        Assert.Empty(batches.Callbacks);
    }

    [Fact]
    public async Task A_queue_that_fails_for_a_while_is_asked_again_and_each_consultation_is_analysed_once()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        batches.Queue.Refuses = send => send is 3 or 7;

        BatchAcceptance accepted = await batches.AcceptAsync(5);
        await batches.DeliverAsync(batches.Queue.Messages);
        await batches.TimerAsync();
        await batches.PassAsync(Hour);

        Assert.True(batches.Queue.Messages.Count > 5);
        Assert.Equal(5, batches.Report(accepted.BatchId).Results.Count);
        Assert.All(batches.Analyses.Values, count => Assert.Equal(1, count));
    }
}
