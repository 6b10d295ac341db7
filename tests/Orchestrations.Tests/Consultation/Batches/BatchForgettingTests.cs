using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Tests.Consultation;

/// <summary>Batches are kept for their days and no longer.</summary>
public sealed class BatchForgettingTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_batch_is_forgotten_with_its_content_eight_days_after_its_end_and_later_messages_do_nothing()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        string id = (await batches.AcceptAsync(3)).BatchId;
        await batches.PassAsync(Day);
        await batches.DeliverAsync(batches.Queue.Messages);
        await batches.TimerAsync();
        await batches.PassAsync(7.9 * Day);
        await batches.DeliverAsync(batches.Queue.Messages);
        Assert.Equal(7, batches.Keys.Count());
        Assert.Equal(["AcceptBatch Completed", id], await batches.KnownAsync());

        await batches.PassAsync(0.2 * Day);
        Assert.Empty(batches.Keys);
        await batches.DeliverAsync(batches.Queue.Messages);
        await batches.TimerAsync();
        await batches.PassAsync(20 * Day);

        Assert.Empty(await batches.KnownAsync());
        Assert.Single(batches.Runs);
        Assert.Single(batches.Callbacks);
    }

    [Fact]
    public async Task A_batch_of_which_a_message_was_lost_is_completed_without_it_once_none_can_come_any_more()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        string id = (await batches.AcceptAsync(3)).BatchId;
        await batches.DeliverAsync(batches.Queue.Messages.Where(message => message.Index != 1));
        await batches.TimerAsync();
        await batches.PassAsync(7 * Day);
        Assert.Null((await batches.StateAsync(id))!.CompletedAt);

        await batches.PassAsync(1.5 * Day);

        Assert.Equal([null, "The analysis ended without a result.", null], batches.Report(id).Results.Select(result => result.Error));
        Assert.Equal(["CL-0", "CL-1", "CL-2"], batches.Report(id).Results.Select(result => result.ConsultationId));
        Assert.Single(batches.Callbacks);
        await batches.PassAsync(8 * Day);
        Assert.Empty(batches.Keys);
        Assert.Empty(await batches.KnownAsync());
    }

    [Fact]
    public async Task Content_that_cannot_be_deleted_at_once_is_deleted_later()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        await batches.AcceptAsync(20);
        await batches.DeliverAsync(batches.Queue.Messages);
        await batches.PassAsync(7.99 * Day);
        batches.Break(5);

        await batches.PassAsync(Day);

        Assert.Empty(batches.Keys);
    }
}
