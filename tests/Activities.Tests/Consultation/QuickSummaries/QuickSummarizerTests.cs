using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Consultation;
using Workflows.Activities.Models;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Tests.Consultation.QuickSummaries;

/// <summary>The clock moves only when everything waits for it.</summary>
public sealed class QuickSummarizerTests : IDisposable
{
    private const string Conversation = "상담사: 안녕하세요.\n고객: 사업자 등록 방법을 문의하려고요.\n상담사: 온라인 신청 주소를 문자로 보내드렸습니다.";
    private const string Good = "고객이 사업자 등록 방법을 문의하여 온라인 신청 주소를 보내드림.";

    private readonly VirtualTime _time = new();
    private readonly ScriptedModels _models;
    private readonly ServiceProvider _services;

    public QuickSummarizerTests()
    {
        _models = new ScriptedModels(_time);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddModels(new ConfigurationBuilder().AddInMemoryCollection([new("Models:Tasks:quick_summary:Fallbacks:0", "qwen3_small"), new("Models:Tasks:quick_summary:Fallbacks:1", "midm")]).Build())
            .AddSingleton<IModelClient>(_models)
            .AddQuickSummaries()
            .BuildServiceProvider();
        foreach (string pool in (string[])["kanana", "qwen3_small", "midm"])
        {
            Give(pool, slots: 2);
        }
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task The_first_models_answer_is_the_summary()
    {
        _models.Answer("kanana", 2.0, Good);

        QuickSummary summary = await SummarizeAsync();

        Assert.Equal(
            new QuickSummary { ConsultationId = "CL-1", Summary = Good, ProcessingTime = 2, ModelUsed = "kanana-model", Status = "success" }, summary);
        Assert.Equal(["kanana"], _models.Asked.Take(1));
    }

    [Fact]
    public async Task A_model_that_fails_is_followed_by_the_next_at_once()
    {
        _models.Fail("kanana", 0.1, ModelSendStatus.Unavailable);
        _models.Answer("qwen3_small", 0.3, Good);

        QuickSummary summary = await SummarizeAsync();

        Assert.Equal(("qwen3_small-model", "success", 0.4), (summary.ModelUsed, summary.Status, summary.ProcessingTime));
    }

    [Fact]
    public async Task A_model_that_is_late_has_company_and_the_first_answer_counts()
    {
        _models.Answer("kanana", 2.5, Good);
        _models.Answer("qwen3_small", 0.3, Good);

        QuickSummary summary = await SummarizeAsync();

        Assert.Equal(("qwen3_small-model", 1.6), (summary.ModelUsed, summary.ProcessingTime));
    }

    [Fact]
    public async Task When_every_model_hangs_the_conversations_own_sentences_answer_at_the_deadline()
    {
        QuickSummary summary = await SummarizeAsync();

        Assert.Equal(("degraded", "extractive", "no model answered in time"), (summary.Status, summary.ModelUsed, summary.Reason));
        Assert.InRange(summary.ProcessingTime, 2.5, 2.7);
        Assert.Contains("사업자 등록 방법을 문의", summary.Summary, StringComparison.Ordinal);
        Assert.Contains("문자로 보내드렸습니다", summary.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_every_model_fails_nobody_waits_for_the_deadline()
    {
        foreach (string pool in (string[])["kanana", "qwen3_small", "midm"])
        {
            _models.Fail(pool, 0.1, ModelSendStatus.Unavailable);
        }

        QuickSummary summary = await SummarizeAsync();

        Assert.Equal(("degraded", "no model gave a usable answer"), (summary.Status, summary.Reason));
        Assert.InRange(summary.ProcessingTime, 0, 0.5);
    }

    [Theory]
    [InlineData("The customer asked how to register a business.")]
    [InlineData("客户询问了如何注册公司，客服发送了在线申请地址，请查收。")]
    [InlineData("...")]
    public async Task An_answer_in_another_language_or_without_words_is_none(string answer)
    {
        _models.Answer("kanana", 0.1, answer);
        _models.Answer("qwen3_small", 0.1, Good);

        Assert.Equal("qwen3_small-model", (await SummarizeAsync()).ModelUsed);
    }

    [Fact]
    public async Task A_pool_without_a_slot_is_passed_over_when_its_block_is_empty()
    {
        Give("kanana", slots: 0);
        _models.Answer("qwen3_small", 0.1, Good);

        QuickSummary summary = await SummarizeAsync();

        Assert.Equal(("qwen3_small-model", 0.1), (summary.ModelUsed, summary.ProcessingTime));
    }

    [Fact]
    public async Task More_callers_than_slots_wait_their_turn()
    {
        _models.Answer("kanana", 0.4, Good);

        QuickSummary[] summaries = await ClockDriver.RunAsync(_time, [.. Enumerable.Range(0, 6).Select(_ => Work())]);

        Assert.All(summaries, summary => Assert.Equal("success", summary.Status));
        Assert.Equal([0.4, 0.4, 0.8, 0.8, 1.2, 1.2], summaries.Select(summary => summary.ProcessingTime).Order());
    }

    [Fact]
    public async Task A_conversation_without_text_is_answered_degraded()
    {
        QuickSummary summary = await SummarizeAsync("\u0000\u0001 \n");

        Assert.Equal(("degraded", "", "the conversation has no text"), (summary.Status, summary.Summary, summary.Reason));
    }

    private async Task<QuickSummary> SummarizeAsync(string conversation = Conversation) => (await ClockDriver.RunAsync(_time, [Work(conversation)]))[0];

    private Func<Task<QuickSummary>> Work(string conversation = Conversation) => () => _services.GetRequiredService<QuickSummarizer>()
        .SummarizeAsync(new QuickSummaryRequest("CL-1", conversation), _time.GetTimestamp(), TestContext.Current.CancellationToken);

    private void Give(string pool, int slots)
    {
        RealtimeAdmission admission = _services.GetRequiredService<RealtimeAdmission>();
        FleetBlockAsk ask = admission.Ask(pool, slots, 100, 0);
        Assert.True(admission.Accept(new FleetBlock
        {
            Owner = ask.Owner,
            Pool = pool,
            Number = ask.Number,
            Slots = slots,
            Calls = 100,
            StopAt = _time.GetUtcNow().AddMinutes(5),
            RenewAt = _time.GetUtcNow().AddMinutes(5),
            TimeoutSeconds = 3,
        }));
    }
}
