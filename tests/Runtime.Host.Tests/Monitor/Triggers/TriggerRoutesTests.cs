using System.Net;
using System.Text.Json;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Triggers;

public sealed class TriggerRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timers_tell_their_next_run_and_queues_how_much_they_hold()
    {
        await using TestHost host = await TestHost.StartAsync();

        JsonElement triggers = await new MonitorClient(host).GetAsync("/triggers");

        JsonElement quarter = triggers.GetProperty("timers").EnumerateArray().Single(timer => timer.GetProperty("function").GetString() == "Quarter");
        Assert.Equal("0 */15 * * * *", quarter.GetProperty("schedule").GetString());
        Assert.True(quarter.TryGetProperty("next", out _));
        JsonElement orders = triggers.GetProperty("queues").EnumerateArray().Single(queue => queue.GetProperty("function").GetString() == "Orders");
        Assert.Equal(("test-orders", "dataFile", "test-orders-poison"), (orders.GetProperty("queue").GetString(), orders.GetProperty("store").GetString(), orders.GetProperty("poison").GetString()));
        Assert.True(triggers.GetProperty("activities").GetProperty("limit").GetInt32() > 0);
    }

    [Fact]
    public async Task A_poison_message_is_read_sent_again_and_deleted()
    {
        // Nobody receives from the queue's poison queue, and none of what is sent again is worked on.
        await using TestHost host = await TestHost.StartAsync(args: ["--AzureWebJobs:Bytes:Disabled", "true"]);
        MonitorClient monitor = new(host);
        await host.Queues.SendAsync("test-bytes-poison", "<b>bad</b>", cancellationToken: Cancellation);
        await host.Queues.SendAsync("test-bytes-poison", "worse", cancellationToken: Cancellation);

        JsonElement messages = (await monitor.GetAsync("/queues/test-bytes-poison/messages")).GetProperty("items");
        string first = messages[0].GetProperty("id").GetString()!;
        string second = messages[1].GetProperty("id").GetString()!;
        string body = await host.Http.GetStringAsync(MonitorClient.At($"/queues/test-bytes-poison/messages/{first}/body"), Cancellation);
        JsonElement sent = await monitor.PostAsync($"/queues/test-bytes-poison/messages/{first}/resend");
        await monitor.DeleteAsync($"/queues/test-bytes-poison/messages/{second}");

        Assert.Equal("<b>bad</b>", messages[0].GetProperty("body").GetProperty("text").GetString());
        Assert.Equal("<b>bad</b>", body);
        Assert.Equal(1, sent.GetProperty("count").GetInt32());
        JsonElement queue = (await monitor.GetAsync("/triggers")).GetProperty("queues").EnumerateArray().Single(item => item.GetProperty("function").GetString() == "Bytes");
        Assert.Equal((1, 0, true), (queue.GetProperty("length").GetInt32(), queue.GetProperty("poisonLength").GetInt32(), queue.GetProperty("disabled").GetBoolean()));
        Assert.Equal(HttpStatusCode.NotFound, (await monitor.RefusedAsync(HttpMethod.Post, $"/queues/test-bytes-poison/messages/{second}/resend")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await monitor.RefusedAsync(HttpMethod.Delete, "/queues/test-bytes/messages/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, await monitor.StatusAsync("/queues/nobodys/messages"));
    }

    [Fact]
    public async Task All_of_a_poison_queue_goes_back_at_once()
    {
        await using TestHost host = await TestHost.StartAsync(args: ["--AzureWebJobs:Bytes:Disabled", "true"]);
        MonitorClient monitor = new(host);
        for (int i = 0; i < 40; i++)
        {
            await host.Queues.SendAsync("test-bytes-poison", $"{i}", cancellationToken: Cancellation);
        }

        JsonElement sent = await monitor.PostAsync("/queues/test-bytes-poison/resend");

        Assert.Equal(40, sent.GetProperty("count").GetInt32());
        Assert.Equal(40, (await monitor.GetAsync("/queues/test-bytes/messages?top=500")).GetProperty("items").GetArrayLength());
    }
}
