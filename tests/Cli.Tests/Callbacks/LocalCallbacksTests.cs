using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using Workflows.Activities.Consultation;
using Workflows.Cli.Callbacks;
using Workflows.Cli.Hosting;
using Workflows.Durable;
using Workflows.Orchestrations.Consultation;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Tests.Callbacks;

/// <summary>Callbacks of a data folder, with the real orchestration and a receiver made of a function.</summary>
public sealed class LocalCallbacksTests
{
    private static readonly CallbackDelivery Delivery = new() { DeliveryId = "delivery-1", BatchId = "BATCH-20260101-001", Client = "callcentre", Url = "https://centerlink.api/hook" };

    private CallbackAttempt _answer = new() { Delivered = false, Final = true, Error = "The batch's results are not kept any more." };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_given_up_is_listed()
    {
        await using DurableTestHost engine = await StartAsync();
        await using ICallbacks callbacks = await OpenAsync(engine);

        Assert.Equal("delivery-1", Assert.Single(await callbacks.ListAsync(Stop)).DeliveryId);
    }

    [Fact]
    public async Task Sending_again_ends_with_the_first_attempt_that_delivers()
    {
        await using DurableTestHost engine = await StartAsync();
        await using ICallbacks callbacks = await OpenAsync(engine);
        _answer = new CallbackAttempt { Delivered = true, HttpStatus = 200 };

        Assert.Equal(new ResentCallback(true), await callbacks.ResendAsync("delivery-1", Stop));
    }

    [Fact]
    public async Task Sending_again_ends_with_the_first_attempt_also_in_vain_and_says_when_it_goes_on()
    {
        await using DurableTestHost engine = await StartAsync();
        await using ICallbacks callbacks = await OpenAsync(engine);
        _answer = new CallbackAttempt { Delivered = false, HttpStatus = 500, Error = "The receiver answered with status 500." };

        ResentCallback resent = (await callbacks.ResendAsync("delivery-1", Stop))!;

        Assert.Equal((false, "The receiver answered with status 500."), (resent.Delivered, resent.Error));
        Assert.NotNull(resent.NextAt);
    }

    [Fact]
    public async Task What_is_not_listed_is_not_sent()
    {
        await using DurableTestHost engine = await StartAsync();
        await using ICallbacks callbacks = await OpenAsync(engine);

        Assert.Null(await callbacks.ResendAsync("delivery-9", Stop));
    }

    private static async Task<ICallbacks> OpenAsync(DurableTestHost engine)
    {
        Mock<IHost> host = new();
        host.Setup(one => one.Services).Returns(new ServiceCollection().AddSingleton(engine.Client).BuildServiceProvider());
        return new LocalCallbacks(await RunningHost.StartAsync(new FakeHosts(host.Object), new HostSettings { DataFolder = "." }, Stop), new InstantTimeProvider());
    }

    private async Task<DurableTestHost> StartAsync()
    {
        DurableTestHost engine = await DurableTestHost.StartAsync(
            registry => registry
                .AddOrchestratorFunc<CallbackProgress>(ConsultationNames.DeliverCallback, context => DeliverCallback.Run(context))
                .AddEntity<UndeliveredCallbacks>(ConsultationNames.UndeliveredCallbacks)
                .AddActivityFunc<CallbackDelivery, CallbackAttempt>(nameof(SendCallback), (_, _) => _answer),
            options => options.Services.AddMetrics().AddSingleton<ConsultationMetrics>().AddSingleton<IOptions<ConsultationOptions>>(Options.Create(new ConsultationOptions())));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.DeliverCallback, Delivery, new StartOrchestrationOptions(Delivery.InstanceId), Stop);
        await engine.Client.WaitForInstanceCompletionAsync(id, Stop);
        await engine.WhenIdleAsync(Stop);
        return engine;
    }
}
