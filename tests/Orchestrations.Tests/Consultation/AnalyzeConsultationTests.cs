using Workflows.Durable.Client;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Consultation;

public sealed class AnalyzeConsultationTests
{
    [Fact]
    public async Task A_consultation_that_fits_is_one_request_and_its_result_stands_in_the_store()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync();

        ConsultationOutcome outcome = await analysis.RunAsync(analysis.Keep(TestAnalysis.Conversation(10)));

        Assert.Equal(("BATCH-20250913-001", 0, true, 2.0), (outcome.BatchId, outcome.Index, outcome.Analyzed, outcome.ProcessingSeconds));
        ConsultationResult result = analysis.Store.Result(analysis.Work());
        Assert.Equal(("CL-0", "환불 요청", "결제 내역 확인", "환불 접수"), (result.ConsultationId, result.Summary!.Customer, result.Summary.Agent, result.Summary.Result));
        Assert.Equal(["환불", "결제", "카드"], result.Keywords);
        Assert.Equal(("환불_결제", "결제 환불 문의"), (result.Titles!.Keyword, result.Titles.Descriptive));
        Assert.Equal((1.0, 2.0, null), (result.QualityScore, result.ProcessingTime, result.Error));
        Assert.Single(analysis.Sends);
    }

    [Fact]
    public async Task The_request_is_a_batch_call_of_its_task_with_the_age_of_the_acceptance()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync();
        ConsultationWork work = analysis.Keep(TestAnalysis.Conversation(10));

        await analysis.RunAsync(work);

        ModelCallRequest request = Assert.Single(analysis.Sends).Send.Request;
        Assert.Equal(("batch_analysis", CallClass.Batch, work.AcceptedAt, AnswerLanguage.Korean), (request.Task, request.Class, request.WorkStamp, request.Language));
    }

    [Fact]
    public async Task No_history_holds_the_conversation()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync();

        await analysis.RunAsync(analysis.Keep(TestAnalysis.Conversation(10) + "\n고객: 아무도모르는비밀"));

        Assert.Contains("아무도모르는비밀", Assert.Single(analysis.Sends).User, StringComparison.Ordinal);
        await foreach (OrchestrationMetadata instance in analysis.Client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            Assert.DoesNotContain("아무도모르는비밀", instance.SerializedInput + instance.SerializedOutput, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_windows_texts_are_gone_when_the_result_is_there()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync();
        ConsultationWork work = analysis.Keep(TestAnalysis.Conversation(10));

        await analysis.RunAsync(work);

        Assert.Equal([ContentKeys.Item(work.BatchId, 0), ContentKeys.Result(work.BatchId, 0)], analysis.Store.Keys);
    }

    [Fact]
    public async Task A_long_conversation_is_cut_by_the_models_context_and_its_parts_are_merged()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync(contextTokens: 8_000);

        ConsultationOutcome outcome = await analysis.RunAsync(analysis.Keep(TestAnalysis.Conversation(600)));

        Assert.True(outcome.Analyzed);
        List<string> users = [.. analysis.Sends.Select(entry => entry.User)];
        List<string> windows = [.. users.Where(user => user.Contains("name=\"conversation\"", StringComparison.Ordinal))];
        Assert.True(windows.Count > 2, $"{windows.Count} windows");
        Assert.All(Enumerable.Range(1, 600), number => Assert.Contains(windows, window => window.Contains($": {number}번 결제", StringComparison.Ordinal)));
        Assert.Single(users, user => user.Contains("name=\"analyses\"", StringComparison.Ordinal));
        Assert.All(analysis.Sends, entry => Assert.True(
            TokenEstimate.Of(entry.Send.Request.Prompt.System) + TokenEstimate.Of(entry.User) + entry.Send.Request.MaxOutputTokens < 8_000));
    }

    [Fact]
    public async Task Very_many_windows_are_merged_in_rounds()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync(contextTokens: 4_000);

        await analysis.RunAsync(analysis.Keep(TestAnalysis.Conversation(1_200)));

        int windows = analysis.Sends.Count(entry => entry.User.Contains("name=\"conversation\"", StringComparison.Ordinal));
        int merges = analysis.Sends.Count(entry => entry.User.Contains("name=\"analyses\"", StringComparison.Ordinal));
        Assert.InRange(merges, 2, windows - 1);
    }

    [Fact]
    public async Task A_merge_that_no_model_makes_is_made_by_rules()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync(
            (send, user) => user.Contains("name=\"analyses\"", StringComparison.Ordinal) ? TestAnalysis.Fault(send, ModelSendStatus.Refused) : TestAnalysis.Answered(send), contextTokens: 8_000);

        ConsultationOutcome outcome = await analysis.RunAsync(analysis.Keep(TestAnalysis.Conversation(600)));

        Assert.True(outcome.Analyzed);
        Assert.Equal("환불_결제_카드", analysis.Store.Result(analysis.Work()).Titles!.Keyword);
    }

    [Theory]
    [InlineData(ModelSendStatus.Refused, "No model takes this prompt.")]
    [InlineData(ModelSendStatus.Invalid, "The models gave no answer that can be used.")]
    [InlineData(ModelSendStatus.TimedOut, "The models did not answer in time.")]
    [InlineData(ModelSendStatus.Unavailable, "The models did not answer in time.")]
    public async Task What_fails_is_a_result_with_an_error_that_tells_nothing_of_the_conversation(ModelSendStatus status, string error)
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync((send, _) => TestAnalysis.Fault(send, status));

        ConsultationOutcome outcome = await analysis.RunAsync(analysis.Keep(TestAnalysis.Conversation(10)));

        ConsultationResult result = analysis.Store.Result(analysis.Work());
        Assert.False(outcome.Analyzed);
        Assert.Equal(("CL-0", error, null, null), (result.ConsultationId, result.Error, result.Summary, result.QualityScore));
    }

    [Fact]
    public async Task A_window_without_an_answer_fails_the_whole()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync(
            (send, user) => user.Contains(": 1번 결제", StringComparison.Ordinal) ? TestAnalysis.Fault(send, ModelSendStatus.Refused) : TestAnalysis.Answered(send), contextTokens: 8_000);

        Assert.False((await analysis.RunAsync(analysis.Keep(TestAnalysis.Conversation(600)))).Analyzed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("고객:\n상담사:")]
    public async Task A_conversation_without_words_is_a_result_with_an_error_and_asks_nobody(string conversation)
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync();

        ConsultationOutcome outcome = await analysis.RunAsync(analysis.Keep(conversation));

        Assert.False(outcome.Analyzed);
        Assert.Equal("The conversation has no words.", analysis.Store.Result(analysis.Work()).Error);
        Assert.Empty(analysis.Sends);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no JSON")]
    [InlineData("null")]
    public async Task Content_that_is_not_there_or_broken_is_a_result_with_an_error(string? content)
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync();
        if (content is not null)
        {
            analysis.Store.Put(ContentKeys.Item("BATCH-20250913-001", 0), content);
        }

        ConsultationOutcome outcome = await analysis.RunAsync(analysis.Work());

        Assert.False(outcome.Analyzed);
        Assert.NotNull(analysis.Store.Result(analysis.Work()).Error);
    }

    [Fact]
    public async Task A_store_that_fails_for_a_while_is_asked_again()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync();
        ConsultationWork work = analysis.Keep(TestAnalysis.Conversation(10));
        analysis.Store.Break(3);

        Assert.True((await analysis.RunAsync(work)).Analyzed);
    }

    [Fact]
    public async Task A_store_that_stays_broken_is_an_outcome_and_no_exception()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync();
        ConsultationWork work = analysis.Keep(TestAnalysis.Conversation(10));
        analysis.Store.Break(int.MaxValue);

        Assert.False((await analysis.RunAsync(work)).Analyzed);
    }

    [Fact]
    public async Task A_consultation_that_has_its_result_is_not_analysed_again()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync();
        ConsultationWork work = analysis.Keep(TestAnalysis.Conversation(10));
        await analysis.RunAsync(work);
        int writes = analysis.Store.Writes;

        ConsultationOutcome again = await analysis.RunAsync(work);

        Assert.Equal((true, 2.0), (again.Analyzed, again.ProcessingSeconds));
        Assert.Equal((1, writes), (analysis.Sends.Count, analysis.Store.Writes));
    }

    [Fact]
    public async Task An_outage_shorter_than_the_patience_is_waited_out()
    {
        int requests = 0;
        await using TestAnalysis analysis = await TestAnalysis.StartAsync(
            (send, _) => Interlocked.Increment(ref requests) <= 12 ? TestAnalysis.Fault(send, ModelSendStatus.Unavailable) : TestAnalysis.Answered(send));

        Assert.True((await analysis.RunAsync(analysis.Keep(TestAnalysis.Conversation(10)))).Analyzed);
    }

    [Fact]
    public async Task Processing_time_runs_from_the_first_request_to_the_last_answer()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync(
            (send, user) => TestAnalysis.Answered(send, seconds: user.Contains("name=\"analyses\"", StringComparison.Ordinal) ? 7 : 3), contextTokens: 8_000);

        ConsultationOutcome outcome = await analysis.RunAsync(analysis.Keep(TestAnalysis.Conversation(600)));

        Assert.InRange(outcome.ProcessingSeconds, 7, 60);
        Assert.Equal(outcome.ProcessingSeconds, analysis.Store.Result(analysis.Work()).ProcessingTime);
    }
}
