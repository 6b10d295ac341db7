using System.Net;
using System.Text;
using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class ServerQueueTests
{
    private const string Page = """
        # HELP vllm:num_requests_waiting Number of requests waiting to be processed.
        # TYPE vllm:num_requests_waiting gauge
        vllm:num_requests_waiting{engine="0",model_name="openai/gpt-oss-20b"} 3.0
        vllm:num_requests_waiting{engine="1",model_name="openai/gpt-oss-20b"} 4.0
        vllm:num_requests_waiting{engine="0",model_name="other"} 100.0
        vllm:num_requests_waiting_by_reason{reason="capacity",model_name="openai/gpt-oss-20b"} 50.0

        """;

    [Fact]
    public async Task An_outcome_tells_the_waiting_queue_of_a_server_that_has_metrics()
    {
        using var server = Server(Page);
        using var bench = Bench(server);

        var outcome = await bench.RunAsync();

        Assert.Equal((ModelSendStatus.Answered, 7), (outcome.Status, outcome.ServerWaiting));
        Assert.Equal(["http://b.invalid/prefix/metrics"], server.MetricsAddresses.Select(address => address.ToString()));
    }

    [Fact]
    public async Task A_pool_is_read_every_five_seconds_at_most()
    {
        using var server = Server(Page);
        using var bench = Bench(server);

        await bench.RunAsync();
        bench.Time.Advance(ServerQueues.Interval - TimeSpan.FromMilliseconds(1));
        Assert.Null((await bench.RunAsync()).ServerWaiting);
        bench.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(7, (await bench.RunAsync()).ServerWaiting);
    }

    [Theory]
    [InlineData("up 1")]
    [InlineData("vllm:num_requests_waiting{engine=\"0\"} NaN")]
    [InlineData("vllm:num_requests_waiting{engine=\"0\"} -1")]
    [InlineData("vllm:num_requests_waiting")]
    [InlineData("vllm:num_requests_waiting 1e400")]
    [InlineData("")]
    public async Task A_server_that_does_not_tell_is_left_alone_for_minutes(string page)
    {
        using var server = Server(page);
        using var bench = Bench(server);

        var outcome = await bench.RunAsync();
        bench.Time.Advance(ServerQueues.Pause - TimeSpan.FromMilliseconds(1));
        await bench.RunAsync();
        Assert.Single(server.MetricsAddresses);
        bench.Time.Advance(TimeSpan.FromMilliseconds(1));
        await bench.RunAsync();

        Assert.Equal((ModelSendStatus.Answered, null), (outcome.Status, outcome.ServerWaiting));
        Assert.Equal(2, server.MetricsAddresses.Count);
    }

    [Fact]
    public async Task A_page_that_never_ends_is_read_to_a_limit()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good))
        {
            Metrics = () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) },
        };
        using var bench = Bench(server);

        Assert.Null((await bench.RunAsync()).ServerWaiting);
    }

    [Fact]
    public async Task A_reading_that_hangs_holds_an_answer_up_for_a_second_at_most()
    {
        var asked = new TaskCompletionSource();
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good))
        {
            Metrics = () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream(asked)) },
        };
        using var bench = Bench(server);
        var running = bench.RunAsync();
        await asked.Task;

        bench.Time.Advance(ServerQueues.Timeout);
        var outcome = await running;

        Assert.Equal((ModelSendStatus.Answered, null, 0), (outcome.Status, outcome.ServerWaiting, outcome.Seconds));
    }

    [Fact]
    public async Task The_simulator_and_pools_that_say_so_are_not_read()
    {
        using var server = Server(Page);
        using var simulated = new ModelBench(server);
        using var silent = Bench(server, ("Models:Pools:gptoss:ServerMetrics", "false"));

        await simulated.RunAsync();
        await silent.RunAsync();

        Assert.Empty(server.MetricsAddresses);
    }

    [Theory]
    [InlineData("vllm:num_requests_waiting 2", 2)]
    [InlineData("vllm:num_requests_waiting{model_name=\"alias\"} 2 1700000000000", 2)]
    [InlineData("vllm:num_requests_waiting{model_name=\"a } b\"} 5", 5)]
    public async Task A_model_under_another_name_counts_where_its_own_is_not_there(string page, int waiting)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(page));

        Assert.Equal(waiting, await ServerMetricsPage.WaitingAsync(stream, "m", ServerQueues.LongestPage, TestContext.Current.CancellationToken));
    }

    private static StubServer Server(string page) => new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good))
    {
        Metrics = () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(page) },
    };

    private static ModelBench Bench(StubServer server, params (string Key, string Value)[] settings) => new(
        server, [("Models:Pools:qwen3:Endpoint", "http://a.invalid/v1"), ("Models:Pools:gptoss:Endpoint", "http://b.invalid/prefix/v1/"), .. settings]);
}
