using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Activities.Tests.Content;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Analysis;

namespace Workflows.Activities.Tests.Consultation;

public sealed class WriteResultTests
{
    private static readonly ConsultationWork Work = new() { BatchId = "BATCH-20250913-001", Index = 0, AcceptedAt = DateTimeOffset.UnixEpoch };

    private readonly MemoryContentStore _store = new();

    [Fact]
    public async Task An_answer_is_tidied_and_scored_before_it_is_stored()
    {
        Keep();

        Assert.True(await WriteAsync(Analysis("환불 요청\u001b[2J")));

        ConsultationResult result = _store.Result(Work);
        Assert.Equal("환불 요청[U+001B][2J", result.Summary!.Customer);
        Assert.Equal(["환불", "카드", "결제"], result.Keywords);
        Assert.InRange(result.QualityScore!.Value, 0.5, 1);
        Assert.Equal(1.235, result.ProcessingTime);
    }

    [Fact]
    public async Task Writing_again_writes_the_same()
    {
        Keep();
        await WriteAsync(Analysis("환불 요청"));
        string first = _store.Text(ContentKeys.Result(Work.BatchId, 0));

        await WriteAsync(Analysis("환불 요청"));

        Assert.Equal(first, _store.Text(ContentKeys.Result(Work.BatchId, 0)));
    }

    [Fact]
    public async Task Without_an_analysis_the_result_is_the_error()
    {
        Keep();

        Assert.False(await WriteAsync(null));
        Assert.Equal(("CL-0", "It failed.", null), (_store.Result(Work).ConsultationId, _store.Result(Work).Error, _store.Result(Work).Summary));
    }

    [Fact]
    public async Task An_error_does_not_replace_an_analysis()
    {
        Keep();
        await WriteAsync(Analysis("환불 요청"));

        Assert.True(await WriteAsync(null));
        Assert.Null(_store.Result(Work).Error);
    }

    [Fact]
    public async Task Without_the_consultation_there_is_no_result_but_an_error()
    {
        Assert.False(await WriteAsync(Analysis("환불 요청")));
        Assert.NotNull(_store.Result(Work).Error);
    }

    private static ConsultationAnalysis Analysis(string customer) => new()
    {
        Summary = new ConsultationSummary { Customer = customer, Agent = "카드 결제 확인", Result = "환불 접수" },
        Keywords = ["#환불", "카드", "결제", "환불."],
        Titles = new ConsultationTitles { Keyword = "환불_카드", Descriptive = "카드 결제 환불" },
    };

    private void Keep() => _store.Put(
        ContentKeys.Item(Work.BatchId, 0), new ConsultationItem { ConsultationId = "CL-0", ConversationText = "고객: 카드로 한 결제를 환불해 주세요.\n상담사: 환불을 접수했습니다." });

    private Task<bool> WriteAsync(ConsultationAnalysis? analysis) => new WriteResult(_store).RunAsync(
        new AnalysisVerdict { Work = Work, Analysis = analysis, Error = analysis is null ? "It failed." : null, ProcessingSeconds = 1.23456 }, TestContext.Current.CancellationToken);
}
