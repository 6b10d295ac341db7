using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Functions.Consultation;
using Workflows.Orchestrations.Consultation;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Tests.Consultation;

/// <summary>Deliveries in virtual time: a day takes no time.</summary>
public sealed class DeliverCallbackTests
{
    private static readonly CallbackDelivery Delivery = new() { DeliveryId = "delivery-1", BatchId = "BATCH-20260101-001", Client = "callcentre", Url = "https://centerlink.api/hook?token=x" };

    private readonly ConcurrentQueue<DateTimeOffset> _sent = [];
    private Func<int, CallbackAttempt> _receiver = _ => Accepted;

    private static CallbackAttempt Accepted => new() { Delivered = true, HttpStatus = 200 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receiver_that_accepts_is_sent_to_once()
    {
        await using DurableTestHost host = await StartAsync();

        CallbackProgress end = await DeliverAsync(host, Delivery);

        Assert.Equal((true, 1, null), (end.Delivered, end.Attempts, end.LastError));
        Assert.Single(_sent);
        Assert.Empty(await CallbackDesk.ListAsync(host.Client, Stop));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(302)]
    [InlineData(500)]
    [InlineData(null)]
    public async Task Whatever_a_receiver_says_but_success_is_followed_by_another_attempt(int? status)
    {
        _receiver = attempt => attempt <= 5 ? Refused(status) : Accepted;
        await using DurableTestHost host = await StartAsync();

        CallbackProgress end = await DeliverAsync(host, Delivery);

        Assert.Equal((true, 6), (end.Delivered, end.Attempts));
        double[] waits = [.. _sent.Zip(_sent.Skip(1), (a, b) => (b - a).TotalSeconds)];
        Assert.All(waits.Zip([5.0, 10, 20, 40, 80]), wait => Assert.InRange(wait.First, wait.Second * 0.79, wait.Second * 1.21));
    }

    [Fact]
    public async Task An_error_of_the_content_store_is_followed_by_another_attempt()
    {
        _receiver = attempt => attempt == 1 ? throw new IOException("disk") : Accepted;
        await using DurableTestHost host = await StartAsync();

        Assert.Equal((true, 2), (await DeliverAsync(host, Delivery) is { } end ? (end.Delivered, end.Attempts) : default));
    }

    [Fact]
    public async Task How_long_the_receiver_asks_to_wait_is_kept_up_to_an_hour()
    {
        _receiver = attempt => attempt switch { 1 => Refused(503) with { RetryAfterSeconds = 600 }, 2 => Refused(503) with { RetryAfterSeconds = 1e9 }, _ => Accepted };
        await using DurableTestHost host = await StartAsync();

        await DeliverAsync(host, Delivery);

        Assert.Equal([600, 3_600], _sent.Zip(_sent.Skip(1), (a, b) => Math.Round((b - a).TotalSeconds)));
    }

    [Fact]
    public async Task After_a_day_it_is_given_up_and_listed_without_its_address()
    {
        _receiver = _ => Refused(500);
        await using DurableTestHost host = await StartAsync();

        CallbackProgress end = await DeliverAsync(host, Delivery);
        await host.WhenIdleAsync(Stop);

        Assert.False(end.Delivered);
        Assert.InRange(end.Attempts, 30, 60);
        Assert.Equal(TimeSpan.FromHours(24).TotalSeconds, (_sent.Last() - _sent.First()).TotalSeconds, tolerance: 1);
        UndeliveredCallbackView listed = UndeliveredCallbackView.Of(Assert.Single(await CallbackDesk.ListAsync(host.Client, Stop)));
        Assert.Equal(
            ("delivery-1", "BATCH-20260101-001", "callcentre", "centerlink.api", end.Attempts, "The receiver answered with status 500.", "undelivered"),
            (listed.DeliveryId, listed.BatchId, listed.Client, listed.Host, listed.Attempts, listed.LastError, listed.Status));
    }

    [Fact]
    public async Task What_cannot_be_delivered_any_more_is_given_up_at_once()
    {
        _receiver = _ => new CallbackAttempt { Delivered = false, Final = true, Error = "gone" };
        await using DurableTestHost host = await StartAsync();

        Assert.Equal(1, (await DeliverAsync(host, Delivery)).Attempts);
        await host.WhenIdleAsync(Stop);
        Assert.Single(await CallbackDesk.ListAsync(host.Client, Stop));
    }

    [Fact]
    public async Task While_it_waits_its_status_says_how_often_it_tried_and_when_it_goes_on()
    {
        _receiver = attempt => attempt < 3 ? Refused(500) : Accepted;
        await using DurableTestHost host = await StartAsync(AutoAdvance.Never);
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.DeliverCallback, Delivery, new StartOrchestrationOptions(Delivery.InstanceId), Stop);
        await host.WhenIdleAsync(Stop);

        CallbackProgress progress = (await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true, Stop))!.ReadCustomStatusAs<CallbackProgress>()!;

        Assert.Equal((1, false, "The receiver answered with status 500."), (progress.Attempts, progress.Delivered, progress.LastError));
        Assert.InRange(progress.NextAt!.Value - host.Time.GetUtcNow(), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task A_waiting_delivery_goes_on_after_a_restart_and_attempts_are_not_repeated()
    {
        _receiver = attempt => attempt < 3 ? Refused(500) : Accepted;
        await using DurableTestHost host = await StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.DeliverCallback, Delivery, new StartOrchestrationOptions(Delivery.InstanceId), Stop);
        await host.WhenIdleAsync(Stop);
        Assert.Single(_sent);

        await host.RestartAsync();
        OrchestrationMetadata ended = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Stop);

        Assert.Equal((true, 3, 3), (ended.ReadOutputAs<CallbackProgress>()!.Delivered, ended.ReadOutputAs<CallbackProgress>()!.Attempts, _sent.Count));
    }

    [Fact]
    public async Task One_sent_again_by_hand_is_listed_as_sending_and_no_longer_once_it_is_delivered()
    {
        _receiver = _ => Refused(500);
        await using DurableTestHost host = await StartAsync();
        int attempts = (await DeliverAsync(host, Delivery)).Attempts;
        await host.WhenIdleAsync(Stop);

        string? id = await CallbackDesk.ResendAsync(host.Client, "delivery-1", Stop);
        await host.WhenIdleAsync(Stop);
        UndeliveredCallback sending = Assert.Single(await CallbackDesk.ListAsync(host.Client, Stop));
        Assert.Equal((true, attempts, "callback-delivery-1-1", id), (sending.Sending, sending.Attempts, id, await CallbackDesk.ResendAsync(host.Client, "delivery-1", Stop)));

        _receiver = _ => Accepted;
        await host.Client.WaitForInstanceCompletionAsync(id!, Stop);
        await host.WhenIdleAsync(Stop);
        Assert.Empty(await CallbackDesk.ListAsync(host.Client, Stop));
    }

    [Fact]
    public async Task One_sent_again_in_vain_keeps_its_place_and_may_be_sent_once_more()
    {
        _receiver = _ => Refused(500);
        await using DurableTestHost host = await StartAsync();
        int attempts = (await DeliverAsync(host, Delivery)).Attempts;
        await host.WhenIdleAsync(Stop);
        DateTimeOffset since = Assert.Single(await CallbackDesk.ListAsync(host.Client, Stop)).Since;

        string? id = await CallbackDesk.ResendAsync(host.Client, "delivery-1", Stop);
        await host.Client.WaitForInstanceCompletionAsync(id!, Stop);
        await host.WhenIdleAsync(Stop);

        UndeliveredCallback listed = Assert.Single(await CallbackDesk.ListAsync(host.Client, Stop));
        Assert.Equal((false, since), (listed.Sending, listed.Since));
        Assert.InRange(listed.Attempts, attempts + 30, attempts + 60);
        Assert.Equal("callback-delivery-1-2", await CallbackDesk.ResendAsync(host.Client, "delivery-1", Stop));
    }

    [Fact]
    public async Task What_is_not_listed_cannot_be_sent_again()
    {
        await using DurableTestHost host = await StartAsync();

        Assert.Null(await CallbackDesk.ResendAsync(host.Client, "delivery-1", Stop));
    }

    [Fact]
    public async Task One_whose_content_is_no_longer_kept_leaves_the_list()
    {
        _receiver = _ => Refused(500);
        await using DurableTestHost host = await StartAsync();
        await DeliverAsync(host, Delivery);
        await host.AdvanceAsync(TimeSpan.FromDays(8), Stop);

        await DeliverAsync(host, Delivery with { DeliveryId = "delivery-2" });
        await host.WhenIdleAsync(Stop);

        Assert.Equal("delivery-2", Assert.Single(await CallbackDesk.ListAsync(host.Client, Stop)).Delivery.DeliveryId);
    }

    private static CallbackAttempt Refused(int? status) => new()
    {
        Delivered = false, HttpStatus = status, Error = status is null ? "The host cannot be connected to." : $"The receiver answered with status {status}.",
    };

    private static async Task<CallbackProgress> DeliverAsync(DurableTestHost host, CallbackDelivery delivery)
    {
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.DeliverCallback, delivery, new StartOrchestrationOptions(delivery.InstanceId), Stop);
        return (await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Stop)).ReadOutputAs<CallbackProgress>()!;
    }

    private Task<DurableTestHost> StartAsync(AutoAdvance mode = AutoAdvance.WhileWaiting) => DurableTestHost.StartAsync(
        registry => registry
            .AddOrchestratorFunc<CallbackProgress>(ConsultationNames.DeliverCallback, context => DeliverCallback.Run(context))
            .AddEntity<UndeliveredCallbacks>(ConsultationNames.UndeliveredCallbacks)
            .AddActivityFunc<CallbackDelivery, CallbackAttempt>(nameof(SendCallback), (context, _) =>
            {
                _sent.Enqueue(_time.GetUtcNow());
                return _receiver(_sent.Count);
            }),
        options =>
        {
            options.Time = _time;
            options.AutoAdvance = mode;
            options.Services.AddMetrics().AddSingleton<ConsultationMetrics>().AddSingleton<IOptions<ConsultationOptions>>(Options.Create(new ConsultationOptions()));
        });

    private readonly VirtualTime _time = new();
}
