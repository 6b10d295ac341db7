using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Durable;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>Undelivered callbacks through the whole application.</summary>
public sealed class CallbackRoutesTests
{
    private static readonly CallbackDelivery Delivery = new() { DeliveryId = "delivery-1", BatchId = "BATCH-20260101-001", Client = ScriptedReceiver.Client, Url = "https://centerlink.api/hook?token=hidden" };

    private readonly ScriptedReceiver _receiver = new();

    [Fact]
    public async Task A_callback_in_vain_is_listed_and_sent_again_by_hand_under_the_same_delivery_id()
    {
        await using TestApp app = await StartAsync();
        _receiver.Answer = _ => new CallbackAttempt { Delivered = false, Final = true, Error = "The receiver answered with status 500." };
        await DeliverAsync(app);

        JsonElement listed = Assert.Single((await ListAsync(app)).EnumerateArray());
        Assert.Equal(
            ["delivery_id", "batch_id", "client", "host", "attempts", "last_error", "since", "status"], listed.EnumerateObject().Select(property => property.Name));
        Assert.Equal("centerlink.api", listed.GetProperty("host").GetString());
        Assert.DoesNotContain("hidden", listed.GetRawText(), StringComparison.Ordinal);

        _receiver.Answer = _ => new CallbackAttempt { Delivered = true };
        using HttpResponseMessage resent = await ResendAsync(app, "delivery-1");
        Assert.Equal(HttpStatusCode.Accepted, resent.StatusCode);
        Assert.Equal("""{"delivery_id":"delivery-1","status":"sending"}""", await resent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await app.Client.WaitForInstanceCompletionAsync("callback-delivery-1-1", TestContext.Current.CancellationToken);
        await app.Engine.Core.Work.WhenIdleAsync(TestContext.Current.CancellationToken);

        Assert.Empty((await ListAsync(app)).EnumerateArray());
        Assert.Equal(["delivery-1", "delivery-1"], _receiver.Received.Select(message => message.DeliveryId));
    }

    [Fact]
    public async Task What_is_not_listed_is_404()
    {
        await using TestApp app = await StartAsync();

        using HttpResponseMessage answer = await ResendAsync(app, "delivery-1");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static async Task DeliverAsync(TestApp app)
    {
        await app.Client.ScheduleNewOrchestrationInstanceAsync(
            ConsultationNames.DeliverCallback, Delivery, new StartOrchestrationOptions(Delivery.InstanceId), TestContext.Current.CancellationToken);
        await app.Client.WaitForInstanceCompletionAsync(Delivery.InstanceId, TestContext.Current.CancellationToken);
        await app.Engine.Core.Work.WhenIdleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> ListAsync(TestApp app) =>
        (await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/consultation/callbacks", TestContext.Current.CancellationToken)).GetProperty("callbacks");

    private static Task<HttpResponseMessage> ResendAsync(TestApp app, string id) =>
        app.Http.PostAsync(new Uri($"/api/v1/consultation/callbacks/{id}/resend", UriKind.Relative), null, TestContext.Current.CancellationToken);

    private Task<TestApp> StartAsync() => TestApp.StartAsync(configure: _receiver.Serve);
}
