using System.Text;
using System.Text.Json;
using Workflows.Activities.Interview;
using Workflows.Activities.Tests.Content;
using Workflows.Shared.Interview;

namespace Workflows.Activities.Tests.Interview;

/// <summary>What activities read and write of an interview's content.</summary>
public sealed class InterviewContentTests
{
    private static readonly string Folder = InterviewContent.Folder("one");
    private static readonly TurnReference Turn = new(2, "Motivation", "Why?", "aa");

    private readonly MemoryContentStore _store = new();

    public InterviewContentTests() => _store.Put(
        InterviewContent.Source(Folder), JsonSerializer.Serialize(new InterviewSource { Resume = "Kept letters.", Stages = [new StageBrief("a", "b"), new StageBrief("c", "d"), new StageBrief("e", "f")] }, InterviewJson.Options));

    [Fact]
    public async Task A_questions_prompt_holds_stage_documents_and_the_answer_it_takes_up()
    {
        Answer("I like letters.");

        PreparedPrompt prepared = await new PrepareQuestion(_store).RunAsync(
            new QuestionWork { Folder = Folder, Role = "keeper", Stage = 3, Name = "Project", TakesUp = true, Turns = [Turn] }, TestContext.Current.CancellationToken);

        string prompt = _store.Text(prepared.Key);
        Assert.All(["purpose: e\nask: f", "Kept letters.", "I like letters.", "keeper", "Why?"], part => Assert.Contains(part, prompt, StringComparison.Ordinal));
        Assert.True(prepared.Tokens > 0);
    }

    [Fact]
    public async Task What_was_heard_counts_beside_what_was_written()
    {
        Answer("Written.");
        await new KeepTranscript(_store).RunAsync(new TranscriptWork(Folder, 2, "Heard."), TestContext.Current.CancellationToken);

        PreparedPrompt? prepared = await PrepareAsync(AnalysisMode.Light);

        Assert.Contains("Heard.\n\nWritten.", _store.Text(prepared!.Key), StringComparison.Ordinal);
        Assert.DoesNotContain("Kept letters.", _store.Text(prepared.Key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_says_nothing_that_is_known_is_not_analysed()
    {
        Answer(null);

        Assert.Null(await PrepareAsync(AnalysisMode.Full));
    }

    [Fact]
    public async Task The_report_gets_the_answers_own_words()
    {
        Answer("Because.");
        StageReport stage = new() { Number = 2, Stage = "motivation", Name = "Motivation", Match = default, Question = "Why?", QuestionKind = QuestionKind.Own, AskedAt = default };
        InterviewReport report = new() { Status = InterviewEnd.Expired, Role = "r", Language = "en", StagesInAll = 15, Stages = [stage with { Number = 1 }, stage], Seconds = 1 };

        InterviewReport complete = await new CompleteReport(_store).RunAsync(new ReportWork { Folder = Folder, Report = report, Turns = [Turn] }, TestContext.Current.CancellationToken);

        Assert.Equal([null, "Because."], complete.Stages.Select(one => one.Answer));
    }

    [Fact]
    public async Task What_is_written_after_the_interview_was_deleted_does_not_stay()
    {
        await _store.DeleteAsync(Folder, TestContext.Current.CancellationToken);

        await new KeepTranscript(_store).RunAsync(new TranscriptWork(Folder, 2, "Heard."), TestContext.Current.CancellationToken);
        await new PrepareSummary(_store).RunAsync(new SummaryWork { Folder = Folder, Role = "keeper", Stages = [] }, TestContext.Current.CancellationToken);

        Assert.Empty(_store.Keys);
    }

    [Theory]
    [InlineData("consultations/x/")]
    [InlineData("interviews/")]
    [InlineData("interviews/../x/")]
    [InlineData("")]
    public async Task Nothing_else_is_deleted_than_an_interview(string folder)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => new ForgetInterview(_store).RunAsync(folder, TestContext.Current.CancellationToken));
        Assert.NotEmpty(_store.Keys);
    }

    private void Answer(string? text) => _store.Put(InterviewContent.Answer(Folder, 2, "aa"), Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(new StoredAnswer(text), InterviewJson.Options)));

    private Task<PreparedPrompt?> PrepareAsync(AnalysisMode mode) =>
        new PrepareAnalysis(_store).RunAsync(new AnalysisWork { Folder = Folder, Role = "keeper", Turn = Turn, Mode = mode }, TestContext.Current.CancellationToken);
}
