using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Tests.Consultation;

/// <summary>Batches from the queue to the callback: every consultation is analysed once and stands in its place.</summary>
public sealed class BatchFlowTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Twenty_pending_start_a_run_at_once_and_the_batch_is_reported_and_called_back_once()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        string id = (await batches.AcceptAsync(20)).BatchId;

        await batches.DeliverAsync(batches.Queue.Messages);

        Assert.Equal(("full", 20), (Assert.Single(batches.Runs).Reason, batches.Runs.First().Consultations.Count));
        await batches.PassAsync(Hour);
        BatchReport report = batches.Report(id);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"CL-{i}"), report.Results.Select(result => result.ConsultationId));
        Assert.All(report.Results, result => Assert.True(result is { Error: null, Summary: not null, QualityScore: not null }));
        Assert.Equal(18, report.TotalProcessingTime);
        CallbackDelivery callback = Assert.Single(batches.Callbacks);
        Assert.Equal((id, id, TestBatches.Client, "https://centerlink.api/hook"), (callback.DeliveryId, callback.BatchId, callback.Client, callback.Url));
        Assert.True((await batches.StateAsync(id))!.Reported);
    }

    [Fact]
    public async Task Fewer_wait_for_the_timer()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        await batches.AcceptAsync(19);
        await batches.DeliverAsync(batches.Queue.Messages);
        await batches.PassAsync(Hour);
        Assert.Empty(batches.Runs);

        await batches.TimerAsync();

        Assert.Equal(("timer", 19), (Assert.Single(batches.Runs).Reason, batches.Runs.First().Consultations.Count));
    }

    [Fact]
    public async Task The_timer_starts_nothing_when_nothing_waits()
    {
        await using TestBatches batches = await TestBatches.StartAsync();

        await batches.TimerAsync();

        Assert.Empty(batches.Runs);
    }

    [Fact]
    public async Task Batches_whose_messages_come_mixed_backwards_and_often_are_each_analysed_once_and_reported_apart()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        string first = (await batches.AcceptAsync(30)).BatchId;
        string second = (await batches.AcceptAsync(25)).BatchId;
        List<ConsultationMessage> messages = [.. batches.Queue.Messages.OrderByDescending(message => message.Index).ThenBy(message => message.BatchId, StringComparer.Ordinal)];

        await batches.DeliverAsync(messages.Take(40));
        await batches.PassAsync(TimeSpan.FromSeconds(9));
        await batches.DeliverAsync(messages);
        await batches.TimerAsync();
        await batches.PassAsync(Hour);
        await batches.DeliverAsync(messages);
        await batches.TimerAsync();
        await batches.PassAsync(Hour);

        Assert.Equal((55, 1), (batches.Analyses.Count, batches.Analyses.Values.Max()));
        Assert.Equal((30, 25), (batches.Report(first).Results.Count, batches.Report(second).Results.Count));
        Assert.Equal([first, second], batches.Callbacks.Select(callback => callback.BatchId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Messages_that_name_no_batch_or_no_place_in_it_do_nothing_and_leave_nothing()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        string id = (await batches.AcceptAsync(2)).BatchId;

        await batches.DeliverAsync([
            new ConsultationMessage { BatchId = "BATCH-20260101-999", Index = 0 },
            new ConsultationMessage { BatchId = id, Index = 2 },
            new ConsultationMessage { BatchId = id, Index = -1 },
            new ConsultationMessage { BatchId = id },
        ]);
        await batches.TimerAsync();

        Assert.Empty(batches.Runs);
        Assert.Equal(["AcceptBatch Completed", id], await batches.KnownAsync());
    }

    [Fact]
    public async Task The_urgent_go_first()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        await batches.AcceptAsync(4);
        string urgent = (await batches.AcceptAsync(3, ConsultationPriority.High)).BatchId;
        await batches.DeliverAsync(batches.Queue.Messages);

        await batches.TimerAsync();

        Assert.Equal([urgent, urgent, urgent], Assert.Single(batches.Runs).Consultations.Take(3).Select(work => work.BatchId));
    }

    [Fact]
    public async Task One_that_fails_stands_in_its_place_with_its_error_and_the_rest_goes_on()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        batches.Analysis = work => work.Index switch
        {
            1 => (TimeSpan.FromSeconds(18), false),
            3 => throw new InvalidOperationException("The orchestration itself fails."),
            _ => (TimeSpan.FromSeconds(18), true),
        };
        string id = (await batches.AcceptAsync(5)).BatchId;
        await batches.DeliverAsync(batches.Queue.Messages);
        await batches.TimerAsync();
        await batches.PassAsync(Hour);

        BatchReport report = batches.Report(id);
        Assert.Equal(["CL-0", "CL-1", "CL-2", "CL-3", "CL-4"], report.Results.Select(result => result.ConsultationId));
        Assert.Equal([null, "No model takes this conversation.", null, "The analysis ended without a result.", null], report.Results.Select(result => result.Error));
        Assert.Equal("dfdfd", (await batches.StateAsync(id))!.Items);
        Assert.Single(batches.Callbacks);
    }

    [Fact]
    public async Task A_process_that_stops_at_any_point_loses_nothing_and_repeats_nothing()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        string id = (await batches.AcceptAsync(45)).BatchId;
        IReadOnlyList<ConsultationMessage> messages = batches.Queue.Messages;
        await batches.RestartAsync();
        await batches.DeliverAsync(messages.Take(10));
        await batches.RestartAsync();
        await batches.DeliverAsync(messages.Skip(10).Take(25));
        await batches.PassAsync(TimeSpan.FromSeconds(9));
        await batches.RestartAsync();
        await batches.DeliverAsync(messages.Skip(5));
        await batches.PassAsync(TimeSpan.FromSeconds(9));
        await batches.RestartAsync();
        await batches.TimerAsync();
        await batches.PassAsync(Hour);

        Assert.Equal((45, 1), (batches.Analyses.Count, batches.Analyses.Values.Max()));
        Assert.Equal(45, batches.Report(id).Results.Count(result => result.Error is null));
        Assert.Single(batches.Callbacks);
    }

    [Fact]
    public async Task A_report_that_cannot_be_stored_is_stored_and_called_back_as_soon_as_it_can()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        string id = (await batches.AcceptAsync(20)).BatchId;
        batches.Store.Refuses = key => key == ContentKeys.Callback(id);
        await batches.DeliverAsync(batches.Queue.Messages);
        await batches.PassAsync(Hour);
        Assert.False((await batches.StateAsync(id))!.Reported);

        batches.Store.Refuses = _ => false;
        await batches.PassAsync(Hour);

        Assert.Equal((true, 1), ((await batches.StateAsync(id))!.Reported, batches.Callbacks.Count));
    }

    [Fact]
    public async Task A_thousand_consultations_are_analysed_in_runs_of_which_only_some_go_on_at_once()
    {
        await using TestBatches batches = await TestBatches.StartAsync();
        List<string> ids = [];
        for (int batch = 0; batch < 50; batch++)
        {
            ids.Add((await batches.AcceptAsync(20)).BatchId);
        }

        await batches.DeliverAsync(batches.Queue.Messages.Concat(batches.Queue.Messages.Where(message => message.Index % 3 == 0)).OrderBy(message => message.Index * 7919 % 31));
        int atOnce = batches.Runs.Count;
        await batches.TimerAsync();
        await batches.PassAsync(Hour);

        Assert.InRange(atOnce, 2, 49);
        Assert.Equal((1_000, 1), (batches.Analyses.Count, batches.Analyses.Values.Max()));
        Assert.Equal(1_000, batches.Runs.Sum(run => run.Consultations.Count));
        Assert.All(ids, id => Assert.Equal(20, batches.Report(id).Results.Count(result => result.Error is null)));
        Assert.Equal(ids, batches.Callbacks.Select(callback => callback.BatchId).Order(StringComparer.Ordinal));
    }
}
