using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Activities.Tests.Content;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Analysis;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Consultation;

public sealed class ReadConsultationTests
{
    private static readonly ConsultationWork Work = new() { BatchId = "BATCH-20250913-001", Index = 3, AcceptedAt = DateTimeOffset.UnixEpoch };

    private readonly MemoryContentStore _store = new();

    [Fact]
    public async Task The_plan_names_where_the_windows_prompts_stand_and_how_large_they_are()
    {
        Keep("고객: 환불해 주세요.");

        AnalysisPlan plan = await ReadAsync();

        AnalysisWindow window = Assert.Single(plan.Windows);
        Assert.Equal(ContentKeys.Window(Work.BatchId, 3, 0), window.ContentKey);
        Assert.Equal(TokenEstimate.Of(_store.Text(window.ContentKey)), window.Tokens);
        Assert.Contains("고객: 환불해 주세요.", _store.Text(window.ContentKey), StringComparison.Ordinal);
        Assert.Equal((AnswerLanguage.Korean, null, null), (plan.Language, plan.Error, plan.Done));
    }

    [Fact]
    public async Task Reading_again_gives_the_same_plan()
    {
        Keep(Long());

        Assert.Equivalent(await ReadAsync(), await ReadAsync(), strict: true);
    }

    [Fact]
    public async Task A_window_is_no_larger_than_usual_however_large_the_context_is()
    {
        Keep(Long());

        AnalysisPlan plan = await ReadAsync();

        Assert.True(plan.Windows.Count > 1);
        Assert.Equal(ConversationWindows.UsualTokens, plan.WindowTokens);
    }

    [Fact]
    public async Task The_smallest_context_of_the_tasks_models_decides()
    {
        Keep(Long());
        ModelOptions options = new()
        {
            Pools = { ["small"] = new ModelPoolOptions { Model = "s", ContextTokens = 6_000, MaxConcurrent = 1 } },
            Tasks = { [ConsultationNames.BatchAnalysisTask] = new ModelTaskOptions { Fallbacks = ["small"] } },
        };

        Assert.InRange((await ReadAsync(options)).WindowTokens, 1_000, 4_000);
    }

    [Fact]
    public async Task Where_no_model_is_configured_the_plan_says_so()
    {
        Keep("고객: 환불해 주세요.");
        ModelOptions options = new() { Pools = { ["qwen3"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:1/v1" }, ["gptoss"] = new ModelPoolOptions { Endpoint = "http://127.0.0.1:2/v1" } } };

        Assert.Equal("No model is configured for the analysis of consultations.", (await ReadAsync(options)).Error);
    }

    [Fact]
    public async Task A_stored_result_is_the_end()
    {
        Keep("고객: 환불해 주세요.");
        await new WriteResult(_store).RunAsync(new AnalysisVerdict { Work = Work, Error = "It failed.", ProcessingSeconds = 4 }, TestContext.Current.CancellationToken);

        AnalysisPlan plan = await ReadAsync();

        Assert.Equal((false, 4.0, 3), (plan.Done!.Analyzed, plan.Done.ProcessingSeconds, plan.Done.Index));
        Assert.Empty(plan.Windows);
    }

    private static string Long() => string.Join('\n', Enumerable.Range(0, 1_500).Select(number => $"고객: {number}번째 말을 하고 있습니다."));

    private void Keep(string text) => _store.Put(ContentKeys.Item(Work.BatchId, Work.Index), new ConsultationItem { ConsultationId = "CL-3", ConversationText = text });

    private Task<AnalysisPlan> ReadAsync(ModelOptions? options = null) =>
        new ReadConsultation(_store, new ModelCatalogue(options ?? new ModelOptions()), new VirtualTime()).RunAsync(Work, TestContext.Current.CancellationToken);
}
