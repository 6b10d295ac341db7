using System.Text.Json;
using Workflows.Shared.Interview;

namespace Workflows.Orchestrations.Tests.Interview;

/// <summary>How answers are waited for.</summary>
public sealed class InterviewWaitingTests
{
    [Fact]
    public async Task A_question_without_an_answer_is_brought_to_mind_three_times_and_ends_the_interview_after_an_hour()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();
        interviews.Thinks = (_, stage) => stage <= 4 ? 30 : null;

        InterviewReport report = await interviews.HoldAsync();

        Assert.Equal((InterviewEnd.Expired, 5, 4), (report.Status, report.Stages.Count, report.Stages.Count(stage => stage.Analysis is not null)));
        Assert.Equal((3, (DateTimeOffset?)null), (report.Stages[4].Reminders, report.Stages[4].AnsweredAt));
        Assert.Equal("stage 5: the question stayed without an answer, and the interview ended", report.Missing.Single());
        Assert.Empty(interviews.Store.Keys);
    }

    [Fact]
    public async Task The_custom_status_names_the_open_stage_its_question_and_its_time()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(byHand: true);
        interviews.Thinks = (_, _) => null;
        await interviews.BeginAsync("one");
        await interviews.PassAsync(TimeSpan.FromMinutes(16));

        InterviewProgress progress = (await interviews.ProgressAsync("one"))!;

        Assert.Equal((InterviewPhase.Asking, 0, 31, "waits for answer 1 of 15"), (progress.Phase, progress.Completed, progress.Total, progress.Message));
        Assert.Equal(("self-introduction", 1, 1), (progress.Stage!.Key, progress.Stage.Number, progress.Stage.Reminders));
        Assert.Contains("keeper of the archive", progress.Stage.Question, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(1), progress.Stage.AnswerBy - progress.Stage.AskedAt);
    }

    [Fact]
    public async Task The_first_answer_of_a_stage_wins()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(byHand: true);
        interviews.Thinks = (_, stage) => stage == 1 ? null : 30;
        await interviews.BeginAsync("one");
        await interviews.PassAsync(TimeSpan.FromSeconds(1));
        await interviews.SayAsync("one", "self-introduction", 1, "This one.", "aa");
        await interviews.SayAsync("one", "self-introduction", 1, "Not this one.", "bb");

        await interviews.PassAsync(TimeSpan.FromHours(1));
        InterviewReport report = await interviews.EndAsync("one");

        Assert.Equal("This one.", report.Stages[0].Answer);
        Assert.Equal(15, report.Stages.Count(stage => stage.Analysis is not null));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("[\"aa\"]")]
    [InlineData("""{"Hash":"../../etc"}""")]
    [InlineData("""{"Hash":"aa","Audio":"consultations/of-somebody-else.json"}""")]
    [InlineData("""{"Hash":"aa","Frames":["interviews/other/x.png"]}""")]
    [InlineData("""{"Hash":"aa","Frames":null}""")]
    public async Task An_event_that_is_no_answer_changes_nothing(string payload)
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(byHand: true);
        interviews.Thinks = (_, _) => null;
        await interviews.BeginAsync("one");
        await interviews.PassAsync(TimeSpan.FromSeconds(1));

        await interviews.Client.RaiseEventAsync("one", "answer-self-introduction", JsonSerializer.Deserialize<JsonElement?>(payload), TestContext.Current.CancellationToken);
        await interviews.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((InterviewPhase.Asking, 1), ((await interviews.ProgressAsync("one"))!.Phase, (await interviews.ProgressAsync("one"))!.Stage!.Number));
        await interviews.SayAsync("one", "self-introduction", 1, "A real one.");
        await interviews.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await interviews.ProgressAsync("one"))!.Stage!.Number);
    }
}
