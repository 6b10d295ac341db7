using Workflows.Shared.Interview;

namespace Workflows.Orchestrations.Tests.Interview;

/// <summary>The short rubric while the processors are short.</summary>
public sealed class InterviewLightTests
{
    [Fact]
    public async Task Where_a_model_would_be_waited_for_too_long_the_short_rubric_is_used_and_made_good_before_the_report()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(new InterviewOptions { LightAboveSeconds = 60 }, cpu: 1);
        interviews.Thinks = (_, _) => 1;

        InterviewReport report = await interviews.HoldAsync();

        Assert.Contains(interviews.Sends, send => send.Request.SchemaName == "interview_analysis_light");
        Assert.All(report.Stages, stage => Assert.Equal(AnalysisMode.Full, stage.Analysis?.Mode));
        Assert.Contains(report.Stages, stage => stage.Analysis!.IsRedone);
    }

    [Fact]
    public async Task What_time_does_not_allow_to_be_made_again_stays_light()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(new InterviewOptions { LightAboveSeconds = 30, ReportMinutes = 3 }, cpu: 1);
        interviews.Thinks = (_, _) => 1;

        InterviewReport report = await interviews.HoldAsync();

        Assert.Equal(InterviewEnd.Complete, report.Status);
        Assert.Contains(report.Stages, stage => stage.Analysis!.Mode == AnalysisMode.Light);
    }

    [Fact]
    public async Task Switched_off_none_is_light()
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(new InterviewOptions { LightAboveSeconds = 0 }, cpu: 1);
        interviews.Thinks = (_, _) => 1;

        await interviews.HoldAsync();

        Assert.DoesNotContain(interviews.Sends, send => send.Request.SchemaName == "interview_analysis_light");
    }
}
