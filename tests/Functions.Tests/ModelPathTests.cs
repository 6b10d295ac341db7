using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Models;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions;

/// <summary>One call on its whole way: orchestration, fleet, activity, HTTP client, simulator.</summary>
public sealed class ModelPathTests
{
    [Fact]
    public async Task An_answer_in_the_wrong_script_is_asked_for_again_once()
    {
        await using TestApp app = await TestApp.StartAsync();
        app.Break("gptoss", new FaultSettings { Chinese = new FaultSetting { Next = 1 } });

        ModelCallResult result = await CallAsync(app, "F1");

        Assert.Equal([("gptoss", ModelAttemptReason.First), ("gptoss", ModelAttemptReason.Repair)], Way(result));
        Assert.Contains("wrong script", result.Attempts[0].Error, StringComparison.Ordinal);
        Assert.Equal(ModelCallStatus.Answered, result.Status);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task A_pool_whose_repaired_answer_is_of_no_use_either_is_left_for_the_fallback(double chinese, double broken)
    {
        await using TestApp app = await TestApp.StartAsync();
        app.Break("gptoss", new FaultSettings { Chinese = new FaultSetting { Rate = chinese }, BrokenJson = new FaultSetting { Rate = broken } });

        ModelCallResult result = await CallAsync(app, "F1");

        Assert.Equal([("gptoss", ModelAttemptReason.First), ("gptoss", ModelAttemptReason.Repair), ("qwen3", ModelAttemptReason.Fallback)], Way(result));
        Assert.Equal((ModelCallStatus.Answered, "qwen3"), (result.Status, result.Pool));
    }

    [Fact]
    public async Task A_prompt_that_does_not_fit_one_pool_goes_to_the_fallback_with_the_larger_context()
    {
        await using TestApp app = await TestApp.StartAsync(settings: [("Models:Pools:gptoss:ContextTokens", "2000")]);

        ModelCallResult result = await CallAsync(app, "F1", tokens: 2_200);

        Assert.Equal((ModelCallStatus.Answered, "qwen3"), (result.Status, result.Pool));
        Assert.Contains("exceed the 2000 tokens of pool 'gptoss'", result.Attempts[0].Error, StringComparison.Ordinal);
        Assert.Equal(0, app.Simulator.Models["gptoss"].Counters.Seen);
    }

    [Fact]
    public async Task A_prompt_that_fits_no_pool_is_refused_before_anything_is_sent()
    {
        await using TestApp app = await TestApp.StartAsync(settings: [("Models:Pools:gptoss:ContextTokens", "2000"), ("Models:Pools:qwen3:ContextTokens", "2500")]);

        ModelCallResult result = await CallAsync(app, "F1", tokens: 2_200);

        Assert.Equal(ModelCallStatus.Refused, result.Status);
        Assert.Contains("exceed the 2500 tokens of pool 'qwen3'", result.Error, StringComparison.Ordinal);
        Assert.All(app.Simulator.Models.Values, model => Assert.Equal(0, model.Counters.Seen));
    }

    [Theory]
    [InlineData(90_000, "gptoss")]
    [InlineData(101_000, "qwen3")]
    public async Task Over_a_hundred_thousand_tokens_the_primary_model_is_asked(int tokens, string pool)
    {
        await using TestApp app = await TestApp.StartAsync();

        ModelCallResult result = await CallAsync(app, "F2", tokens);

        Assert.Equal((ModelCallStatus.Answered, pool), (result.Status, Assert.Single(result.Attempts).Pool));
    }

    [Fact]
    public async Task Abandoning_a_call_ends_its_request_at_the_server()
    {
        await using TestApp app = await TestApp.StartAsync();
        app.Break("qwen3", new FaultSettings { Hang = new FaultSetting { Rate = 1 } });
        string call = await BeginAsync(app, "F3");
        await app.UntilAsync(() => app.Simulator.Models["qwen3"].Counters.Running == 1, "the server has the request");

        await app.Client.RaiseEventAsync(call, ModelCall.CancelEvent, "", TestContext.Current.CancellationToken);

        Assert.Equal(ModelCallStatus.Cancelled, (await EndAsync(app, call)).Status);
        await app.UntilAsync(() => app.Simulator.Models["qwen3"].Counters is { Running: 0, Cancelled: 1 }, "the server has seen that its client is gone");
    }

    private static IEnumerable<(string, ModelAttemptReason)> Way(ModelCallResult result) => result.Attempts.Select(attempt => (attempt.Pool, attempt.Reason));

    private static async Task<ModelCallResult> CallAsync(TestApp app, string task, int tokens = 10) => await EndAsync(app, await BeginAsync(app, task, tokens));

    private static Task<string> BeginAsync(TestApp app, string task, int tokens = 10)
    {
        ModelPrompt prompt = new() { Id = task, Version = "1", System = $"Task {task}: Find surface errors", User = string.Concat(Enumerable.Repeat("one ", tokens)) };
        return app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(ModelCall), new ModelCallRequest
        {
            Task = task,
            Prompt = prompt,
            SchemaName = "answer",
            Schema = """{"type":"object","additionalProperties":false,"properties":{"text":{"type":"string"}},"required":["text"]}""",
            MaxOutputTokens = 500,
            Deadline = app.Engine.Time.GetUtcNow().AddMinutes(10),
            BudgetSeconds = 120,
            PromptTokens = TokenEstimate.Of(prompt.System) + TokenEstimate.Of(prompt.User),
            Language = AnswerLanguage.English,
        }, TestContext.Current.CancellationToken);
    }

    private static async Task<ModelCallResult> EndAsync(TestApp app, string call) =>
        (await app.Client.WaitForInstanceCompletionAsync(call, getInputsAndOutputs: true, TestContext.Current.CancellationToken)).ReadOutputAs<ModelCallResult>()!;
}
