using System.Globalization;
using System.Net;
using System.Text.Json;
using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class SendModelRequestTests
{
    [Fact]
    public async Task A_request_carries_model_messages_sampling_and_schema()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server);

        await bench.RunAsync(bench.Send() with { Messages = [new ModelMessage { Role = ModelMessage.Assistant, Text = "bad" }, new ModelMessage { Role = ModelMessage.User, Text = "again, 다시" }] });

        Assert.Equal(
            """
            {"model":"gptoss","messages":[{"role":"system","content":"Task F2: Find surface errors"},{"role":"user","content":"secret-prompt-text"},
            {"role":"assistant","content":"bad"},{"role":"user","content":"again, 다시"}],"temperature":0.1,"max_tokens":500,
            "response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":SCHEMA}}}
            """.Replace("\n", "", StringComparison.Ordinal).Replace("SCHEMA", ModelBench.Schema, StringComparison.Ordinal),
            server.Body);
    }

    [Fact]
    public async Task The_address_is_the_endpoints_and_no_key_is_sent_where_none_is_set()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server);

        await bench.RunAsync();

        Assert.Equal("http://simulator.invalid/v1/chat/completions", server.Address?.ToString());
        Assert.Null(server.Authorization);
    }

    [Fact]
    public async Task Without_response_format_the_schema_stands_in_the_prompt()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server);

        await bench.RunAsync(bench.Send() with { UseResponseFormat = false });

        using var body = JsonDocument.Parse(server.Body!);
        Assert.False(body.RootElement.TryGetProperty("response_format", out _));
        Assert.EndsWith(ModelBench.Schema, body.RootElement.GetProperty("messages")[0].GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", """{"enable_thinking":false}""")]
    [InlineData("true", """{"enable_thinking":true}""")]
    public async Task Thinking_is_switched_only_where_the_pool_says_so(string setting, string expected)
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server, ("Models:Pools:gptoss:EnableThinking", setting));

        await bench.RunAsync();

        Assert.Contains("\"chat_template_kwargs\":" + expected, server.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_tells_what_it_took()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server, ("Models:Pools:qwen3:Endpoint", "http://a.invalid/v1"), ("Models:Pools:gptoss:Endpoint", "http://b.invalid/v1"));

        var outcome = await bench.RunAsync();

        Assert.Equal(
            new ModelSendOutcome
            {
                Status = ModelSendStatus.Answered,
                Answer = ModelBench.Good,
                SentAt = bench.Time.GetUtcNow(),
                PromptTokens = 11,
                CompletionTokens = 7,
                Model = "served-model",
                HttpStatus = 200,
            },
            outcome);
    }

    [Fact]
    public async Task A_lease_past_its_start_sends_nothing()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server);
        var send = bench.Send();
        bench.Time.Advance(TimeSpan.FromSeconds(11));

        var outcome = await bench.RunAsync(send);

        Assert.Equal((ModelSendStatus.Stale, 0, (DateTimeOffset?)null), (outcome.Status, server.Requests, outcome.SentAt));
    }

    [Fact]
    public async Task A_lease_of_an_earlier_process_sends_nothing()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server);
        var send = bench.Send();

        var outcome = await bench.RunAsync(send with { Lease = send.Lease with { GrantedAt = send.Lease.GrantedAt.AddTicks(-1) } });

        Assert.Equal((ModelSendStatus.Stale, 0), (outcome.Status, server.Requests));
    }

    [Fact]
    public async Task A_prompt_that_cannot_fit_is_refused_before_it_is_sent()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server, ("Models:Pools:gptoss:ContextTokens", "510"));

        var outcome = await bench.RunAsync();

        Assert.Equal((ModelSendStatus.Refused, 0, 0), (outcome.Status, server.Requests, outcome.PromptTokens));
        Assert.Equal("The prompt (about 12 tokens) and its answer (up to 500) exceed the 510 tokens of pool 'gptoss'.", outcome.Error);
    }

    [Fact]
    public async Task A_repair_that_cannot_fit_becomes_the_first_question_again()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server, ("Models:Pools:gptoss:ContextTokens", "520"));

        var outcome = await bench.RunAsync(bench.Send() with { Messages = [new ModelMessage { Role = ModelMessage.Assistant, Text = new string('x', 1_000) }] });

        Assert.Equal(ModelSendStatus.Answered, outcome.Status);
        Assert.DoesNotContain("xxx", server.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_may_keep_its_schema_in_the_prompt()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server, ("Models:Tasks:F2:AnswerSchema", "Prompt"));

        await bench.RunAsync();

        Assert.DoesNotContain("response_format", server.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "0.0195")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "0")]
    public async Task Where_a_pool_has_prices_an_answered_request_has_its_own(HttpStatusCode status, string cost)
    {
        using var server = new StubServer(status, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server, ("Models:Pools:gptoss:PromptPrice", "0.5"), ("Models:Pools:gptoss:CompletionPrice", "2"));

        Assert.Equal(decimal.Parse(cost, CultureInfo.InvariantCulture), Math.Round((await bench.RunAsync()).Cost!.Value, 6));
    }

    [Fact]
    public async Task A_pool_that_the_catalogue_has_lost_is_refused()
    {
        using var server = new StubServer(HttpStatusCode.OK, "");
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync(bench.Send("gone"));

        Assert.Equal((ModelSendStatus.Refused, "The catalogue has no pool 'gone' any more."), (outcome.Status, outcome.Error));
    }

    [Fact]
    public async Task A_passed_deadline_sends_nothing()
    {
        using var server = new StubServer(HttpStatusCode.OK, "");
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync(bench.Send() with { Deadline = bench.Time.GetUtcNow() });

        Assert.Equal((ModelSendStatus.TimedOut, 0), (outcome.Status, server.Requests));
    }

    [Theory]
    [InlineData(60, 60, 30, 600)]
    [InlineData(30, 60, 60, 600)]
    [InlineData(60, 30, 60, 600)]
    [InlineData(60, 60, 60, 30)]
    public async Task The_shortest_of_pool_budget_lease_and_deadline_ends_a_hanging_request(int pool, int budget, int lease, int deadline)
    {
        using var server = new StubServer(HttpStatusCode.OK, "") { Hangs = true };
        using var bench = new ModelBench(server, ("Models:Pools:gptoss:TimeoutSeconds", $"{pool}"));
        var send = bench.Send();
        var running = bench.RunAsync(send with { TimeoutSeconds = budget, Lease = send.Lease with { TimeoutSeconds = lease }, Deadline = bench.Time.GetUtcNow().AddSeconds(deadline) });
        await server.Entered;

        bench.Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(running.IsCompleted);
        bench.Time.Advance(TimeSpan.FromSeconds(0.1));
        var outcome = await running;

        Assert.Equal((ModelSendStatus.TimedOut, 30, "Pool 'gptoss' gave no answer within 30 s."), (outcome.Status, outcome.Seconds, outcome.Error));
    }

    [Fact]
    public async Task Cancelling_ends_the_request_and_records_no_outcome()
    {
        using var server = new StubServer(HttpStatusCode.OK, "") { Hangs = true };
        using var bench = new ModelBench(server);
        using var cancellation = new CancellationTokenSource();
        var running = bench.RunAsync(cancellationToken: cancellation.Token);
        await server.Entered;

        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task What_was_cancelled_before_is_not_sent()
    {
        using var server = new StubServer(HttpStatusCode.OK, "");
        using var bench = new ModelBench(server);

        await Assert.ThrowsAsync<OperationCanceledException>(() => bench.RunAsync(cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData("200", 200)]
    [InlineData("900", 500)]
    public async Task A_tasks_limit_of_output_only_lowers_the_prompts(string limit, int sent)
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server, ("Models:Tasks:F2:MaxOutputTokens", limit), ("Models:Tasks:F2:Temperature", "0.7"));

        await bench.RunAsync();

        Assert.Contains($"\"temperature\":0.7,\"max_tokens\":{sent},", server.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tasks_budget_ends_a_request_before_the_workflows()
    {
        using var server = new StubServer(HttpStatusCode.OK, "") { Hangs = true };
        using var bench = new ModelBench(server, ("Models:Tasks:F2:BudgetSeconds", "20"));
        var running = bench.RunAsync();
        await server.Entered;

        bench.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(ModelSendStatus.TimedOut, (await running).Status);
    }

    [Fact]
    public async Task Nothing_is_sent_twice()
    {
        using var server = new StubServer(HttpStatusCode.InternalServerError, "");
        using var bench = new ModelBench(server);

        await bench.RunAsync();

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public void The_activity_has_the_name_that_the_fleet_calls() => Assert.Equal(nameof(SendModelRequest), ModelSend.ActivityName);
}
