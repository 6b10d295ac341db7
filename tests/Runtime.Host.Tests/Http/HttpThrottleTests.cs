using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Http;

public sealed class HttpThrottleTests
{
    private static readonly Uri Linger = new("/api/linger", UriKind.Relative);
    private static readonly Uri Greet = new("/api/greet/Bo", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_beyond_those_that_may_wait_is_a_429()
    {
        await using TestHost host = await StartAsync(("maxOutstandingRequests", "1"));
        Task<HttpResponseMessage> first = host.Http.GetAsync(Linger, Cancellation);
        await host.Journey.Entered.Task;

        HttpResponseMessage second = await host.Http.GetAsync(Greet, Cancellation);
        host.Journey.Released.SetResult();

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(Greet, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_request_that_is_refused_takes_no_room_while_it_is_told_so()
    {
        HttpThrottle throttle = new(new HttpSettings("api", MaxOutstandingRequests: 1, MaxConcurrentRequests: null, []));
        TaskCompletionSource first = new();
        Task running = throttle.ServeAsync(new DefaultHttpContext(), () => first.Task);
        Pipe unread = new(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        await using ServiceProvider services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        DefaultHttpContext refused = new() { RequestServices = services };
        refused.Response.Body = unread.Writer.AsStream();
        Task telling = throttle.ServeAsync(refused, () => Task.CompletedTask);
        await unread.Reader.ReadAtLeastAsync(1, Cancellation);
        Assert.Equal((StatusCodes.Status429TooManyRequests, false), (refused.Response.StatusCode, telling.IsCompleted));
        first.SetResult();
        await running;

        bool served = false;
        await throttle.ServeAsync(new DefaultHttpContext { RequestServices = services }, () => Task.FromResult(served = true));

        Assert.True(served);
        await unread.Reader.CompleteAsync();
        await telling;
    }

    [Fact]
    public async Task A_request_beyond_those_that_may_run_waits_for_its_turn()
    {
        await using TestHost host = await StartAsync(("maxConcurrentRequests", "1"));
        Task<HttpResponseMessage> first = host.Http.GetAsync(Linger, Cancellation);
        await host.Journey.Entered.Task;
        Task<HttpResponseMessage> second = host.Http.GetAsync(Greet, Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(new Uri("/health", UriKind.Relative), Cancellation)).StatusCode);

        Assert.False(second.IsCompleted);
        host.Journey.Released.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second).StatusCode);
    }

    [Theory]
    [InlineData("greet/Bo")]
    [InlineData("break")]
    public async Task Every_answer_of_a_function_carries_the_headers_of_host_json(string function)
    {
        await using TestHost host = await StartAsync(("customHeaders:X-Frame-Options", "DENY"));

        Assert.Equal("DENY", Assert.Single((await host.Http.GetAsync(new Uri("/api/" + function, UriKind.Relative), Cancellation)).Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task With_an_empty_prefix_functions_lie_at_the_root()
    {
        await using TestHost host = await StartAsync(("routePrefix", ""));

        Assert.Equal("Hello Bo", await host.Http.GetStringAsync(new Uri("/greet/Bo", UriKind.Relative), Cancellation));
    }

    private static Task<TestHost> StartAsync((string Name, string Value) setting) =>
        TestHost.StartAsync(build: builder => builder.Configuration[$"AzureFunctionsJobHost:extensions:http:{setting.Name}"] = setting.Value);
}
