using System.Net;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker.Extensions.DurableTask.Http;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Tasks;

public sealed class HttpCallTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_orchestrator_gets_status_headers_and_body_of_an_answer()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal("200 text/plain; charset=utf-8 Hello Bo", await CallAsync(host, new DurableHttpRequest(HttpMethod.Get, At(host, "greet/Bo"))));
    }

    [Fact]
    public async Task An_accepted_request_is_followed_by_durable_timers_without_the_functions_key()
    {
        await using TestHost host = await TestHost.StartAsync(o => o.TimeScale = 1000);
        DurableHttpRequest request = new(HttpMethod.Post, At(host, "slow/2"))
        {
            Content = "{}",
            Timeout = TimeSpan.FromDays(30),
            Headers = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["Authorization"] = "Bearer b", ["x-functions-key"] = "k", ["Content-Type"] = "application/json" },
        };
        OrchestrationMetadata ended = await host.RunAsync("Call", request);

        Assert.Equal("200 text/plain; charset=utf-8 done", ended.ReadOutputAs<string>());
        Assert.Equal(["POST 2 Bearer b k", "GET 1 Bearer b ", "GET 0 Bearer b "], host.Journey.Steps);
        Assert.True(ended.LastUpdatedAt - ended.CreatedAt >= TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Following_ends_with_the_requests_timeout()
    {
        await using TestHost host = await TestHost.StartAsync();

        OrchestrationMetadata ended = await host.RunAsync("Call", new DurableHttpRequest(HttpMethod.Get, At(host, "slow/2")) { Timeout = TimeSpan.FromSeconds(59) });

        Assert.Contains("was accepted, but not answered within 00:00:59", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_fails_is_sent_again_as_its_options_ask()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpRetryOptions retry = new([HttpStatusCode.ServiceUnavailable]) { MaxNumberOfAttempts = 3, FirstRetryInterval = TimeSpan.FromMilliseconds(1) };

        string? answer = await CallAsync(host, new DurableHttpRequest(HttpMethod.Put, At(host, "flaky")) { Content = "ü", HttpRetryOptions = retry });

        Assert.Equal("200 text/plain; charset=utf-8 at last", answer);
        Assert.Equal(["text/plain ü", "text/plain ü", "text/plain ü"], host.Journey.Steps);
    }

    [Fact]
    public async Task A_request_that_fails_to_the_end_fails_the_orchestration()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpRetryOptions retry = new() { MaxNumberOfAttempts = 1, FirstRetryInterval = TimeSpan.FromMilliseconds(1) };

        OrchestrationMetadata ended = await host.RunAsync("Call", new DurableHttpRequest(HttpMethod.Put, At(host, "flaky")) { HttpRetryOptions = retry });

        Assert.Contains("The answer was 503 (ServiceUnavailable), which counts as a failure", ended.FailureDetails!.ErrorMessage + ended.FailureDetails.InnerFailure?.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_not_answered_in_time_has_failed()
    {
        Engine.Testing.VirtualTime clock = new();
        CountingClock counting = new(clock);
        await using TestHost host = await TestHost.StartAsync(o => o.Clock = counting);
        DurableHttpRequest request = new(HttpMethod.Get, At(host, "linger")) { Timeout = TimeSpan.FromSeconds(7) };
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Call", request, Cancellation);
        await host.Journey.Entered.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        clock.Advance(TimeSpan.FromSeconds(7));
        OrchestrationMetadata ended = await host.EndOfAsync(id);

        Assert.Contains("was not answered within 00:00:07", ended.FailureDetails!.ErrorMessage + ended.FailureDetails.InnerFailure?.ErrorMessage, StringComparison.Ordinal);
    }

    private static Uri At(TestHost host, string path) => new(host.Http.BaseAddress!, "/api/" + path);

    private static async Task<string?> CallAsync(TestHost host, DurableHttpRequest request) => (await host.RunAsync("Call", request)).ReadOutputAs<string>();
}
