using System.Net.Http.Headers;
using Workflows.Durable;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Changes;

public sealed class ChangeRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_told_what_changes_as_it_does()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, MonitorClient.At("/changes?instance=watched"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using HttpResponseMessage answer = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using StreamReader events = new(await answer.Content.ReadAsStreamAsync(Cancellation));

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        await UntilAsync(events, "event: hello", null);
        await UntilAsync(events, "event: instance", "\"exists\":false");
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions("watched"), Cancellation);
        await UntilAsync(events, "event: instance", "\"status\":\"Running\"");
        await host.Client.RaiseEventAsync("watched", "go", "on", Cancellation);
        await UntilAsync(events, "event: instance", "\"status\":\"Completed\"");
        await host.RunAsync("HelloCities");
        await UntilAsync(events, "event: instances", "\"version\"");
    }

    private static async Task UntilAsync(StreamReader events, string name, string? data)
    {
        while (await events.ReadLineAsync(Cancellation) is { } line)
        {
            if (line == name && (data is null || (await events.ReadLineAsync(Cancellation))!.Contains(data, StringComparison.Ordinal)))
            {
                return;
            }
        }

        Assert.Fail($"The stream ended before '{name}'.");
    }
}
