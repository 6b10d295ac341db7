using Workflows.Shared.Interview;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Interview;

/// <summary>What happens in an interview, one at a time.</summary>
public sealed class InterviewFlowTests
{
    [Fact]
    public async Task Fifteen_questions_are_asked_answered_and_analysed_and_the_content_is_deleted()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();

        InterviewReport report = await interviews.HoldAsync();

        Assert.Equal((InterviewEnd.Complete, 15, 15), (report.Status, report.StagesInAll, report.Stages.Count));
        Assert.All(report.Stages, stage => Assert.Equal(AnalysisMode.Full, stage.Analysis?.Mode));
        Assert.All(report.Stages, stage => Assert.Contains($"In stage {stage.Number} I say", stage.Answer, StringComparison.Ordinal));
        Assert.Equal(13, report.Stages.Count(stage => stage.QuestionKind == QuestionKind.Generated));
        Assert.Equal(2, report.Stages.Count(stage => stage.QuestionKind == QuestionKind.Own));
        Assert.Equal("All in all.", report.Summary?.Overall);
        Assert.Empty(interviews.Store.Keys);
    }

    [Fact]
    public async Task The_next_question_is_there_forty_seconds_after_the_answer_whatever_the_analyses_do()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(cpu: 1);

        InterviewReport report = await interviews.HoldAsync();

        Assert.All(report.Stages.Where(stage => stage.QuestionKind == QuestionKind.Generated), stage => Assert.InRange(stage.SecondsFromAnswer!.Value, 40, 42));
    }

    [Fact]
    public async Task Question_and_analysis_begin_at_the_same_moment()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();

        await interviews.HoldAsync();

        ModelSend question = interviews.Sends.First(send => send.Request.Task == InterviewNames.QuestionTask);
        ModelSend analysis = interviews.Sends.First(send => send.Request.Task == InterviewNames.AnalysisTask);
        Assert.Equal(question.Lease.GrantedAt, analysis.Lease.GrantedAt);
    }

    [Fact]
    public async Task A_question_that_no_model_gives_in_time_is_the_stages_own()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();
        interviews.Seconds[InterviewNames.QuestionTask] = 1_000;

        InterviewReport report = await interviews.HoldAsync();

        Assert.Equal(InterviewEnd.Complete, report.Status);
        Assert.Equal(13, report.Stages.Count(stage => stage.QuestionKind == QuestionKind.Fallback));
        Assert.All(report.Stages.Where(stage => stage.QuestionKind == QuestionKind.Fallback), stage => Assert.InRange(stage.SecondsFromAnswer!.Value, 85, 122.5));
        Assert.DoesNotContain("{role}", string.Concat(report.Stages.Select(stage => stage.Question)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelSendStatus.Refused)]
    [InlineData(ModelSendStatus.Unavailable)]
    [InlineData(ModelSendStatus.Invalid)]
    public async Task A_dead_gpu_pool_stops_no_interview(ModelSendStatus fault)
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();
        interviews.Fault = send => send.Request.Task == InterviewNames.QuestionTask ? fault : null;

        InterviewReport report = await interviews.HoldAsync();

        Assert.Equal((InterviewEnd.Complete, 15), (report.Status, report.Stages.Count(stage => stage.Analysis is not null)));
        Assert.All(report.Stages, stage => Assert.InRange(stage.SecondsFromAnswer ?? 0, 0, 122.5));
        Assert.DoesNotContain("secret", string.Concat(report.Stages.SelectMany(stage => stage.Notes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_was_asked_before_is_not_asked_again()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();
        interviews.Says = send => send.Request.Task == InterviewNames.QuestionTask ? """{"question":"And then?"}""" : null;

        InterviewReport report = await interviews.HoldAsync();

        Assert.Equal(15, report.Stages.Select(stage => stage.Question).Distinct().Count());
        Assert.Single(report.Stages, stage => stage.QuestionKind == QuestionKind.Generated);
    }

    [Fact]
    public async Task An_analysis_that_fails_is_made_again_before_the_report()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();
        int failed = 0;
        interviews.Fault = send => send.Request.Task == InterviewNames.AnalysisTask && Interlocked.Increment(ref failed) == 1 ? ModelSendStatus.Refused : null;

        InterviewReport report = await interviews.HoldAsync();

        Assert.Equal(InterviewEnd.Complete, report.Status);
        Assert.Equal(1, report.Stages.Single(stage => stage.Analysis!.IsRedone).Number);
    }

    [Fact]
    public async Task Analyses_that_never_come_leave_a_partial_report_in_time()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(new InterviewOptions { ReportMinutes = 10 });
        interviews.Fault = send => send.Request.Task is InterviewNames.AnalysisTask ? ModelSendStatus.Unavailable : null;

        InterviewReport report = await interviews.HoldAsync();

        Assert.Equal(InterviewEnd.Partial, report.Status);
        Assert.Equal(16, report.Missing.Count);
        Assert.All(report.Stages, stage => Assert.NotNull(stage.Answer));
        Assert.InRange(report.Seconds - (report.Stages[^1].AnsweredAt!.Value - report.Stages[0].AskedAt).TotalSeconds, 0, 601);
    }

    [Fact]
    public async Task The_summary_waits_for_a_model_as_long_as_the_analyses_may()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();
        DateTimeOffset? first = null;
        interviews.Fault = send => send.Request.Task == InterviewNames.ReportTask && interviews.Now - (first ??= interviews.Now) < TimeSpan.FromMinutes(8) ? ModelSendStatus.Unavailable : null;

        InterviewReport report = await interviews.HoldAsync();

        Assert.Equal((InterviewEnd.Complete, "All in all."), (report.Status, report.Summary?.Overall));
    }

    [Fact]
    public async Task With_documents_the_questions_are_grounded_in_them_and_never_wait_for_that()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync();
        interviews.Seconds[InterviewNames.EmbeddingTask] = 45;
        List<string> prompts = [];
        interviews.Says = send =>
        {
            if (send.Request.Task == InterviewNames.QuestionTask)
            {
                lock (prompts)
                {
                    prompts.Add(interviews.Store.Text(send.Request.Prompt.ContentKey!));
                }
            }

            return null;
        };

        InterviewReport report = await interviews.HoldAsync(request: new InterviewRequest { Role = "keeper", Resume = "I kept the letters of the harbour.", JobDescription = "Order forty thousand letters." });

        Assert.All(report.Stages.Where(stage => stage.QuestionKind == QuestionKind.Generated), stage => Assert.InRange(stage.SecondsFromAnswer!.Value, 40, 42));
        Assert.All(prompts, prompt => Assert.Contains("letters", prompt, StringComparison.Ordinal));
        Assert.Equal(2, interviews.Sends.Count(send => send.Request.Similarity is not null));
    }

    [Fact]
    public async Task Killed_at_any_moment_it_goes_on_where_it_was()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(byHand: true);
        await interviews.BeginAsync("one");
        for (int i = 0; i < 30; i++)
        {
            await interviews.PassAsync(TimeSpan.FromSeconds(37));
            await interviews.RestartAsync();
        }

        await interviews.PassAsync(TimeSpan.FromHours(1));
        InterviewReport report = await interviews.EndAsync("one");

        Assert.Equal((InterviewEnd.Complete, 15), (report.Status, report.Stages.Count));
    }
}
