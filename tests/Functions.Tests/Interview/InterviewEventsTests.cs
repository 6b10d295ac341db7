using Workflows.Activities.Models;
using Workflows.Shared;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Functions.Interview;

public sealed class InterviewEventsTests
{
    private static readonly OpenStage Stage = new() { Number = 2, Key = "motivation", Name = "Motivation", Match = StageMatch.Key };
    private static readonly InterviewState Preparing = new() { Id = "one", Status = "running", Progress = new WorkflowProgress(), Phase = InterviewPhase.Preparing, Stage = Stage, Answered = 1 };
    private static readonly InterviewState Asking = Preparing with { Phase = InterviewPhase.Asking, Stage = Stage with { Question = "Why?", QuestionKind = QuestionKind.Generated } };

    private readonly InterviewEvents _events = new();

    [Fact]
    public void Tokens_come_as_they_are_written_then_the_whole_question()
    {
        Assert.Equal(["stage"], Look(Preparing));
        Assert.Equal(["token Wh"], Look(Preparing, new TokenFeedText(1, "Wh")));
        Assert.Equal([], Look(Preparing, new TokenFeedText(1, "Wh")));
        Assert.Equal(["token y?", "question Why?"], Look(Asking, new TokenFeedText(1, "Why?")));
        Assert.Equal([], Look(Asking, new TokenFeedText(1, "Why?")));
    }

    [Fact]
    public void An_attempt_that_is_repeated_takes_back_what_was_told()
    {
        Look(Preparing, new TokenFeedText(1, "What"));

        Assert.Equal(["reset", "token Wh"], Look(Preparing, new TokenFeedText(2, "Wh")));
    }

    [Fact]
    public void Who_comes_later_is_told_where_the_interview_is() => Assert.Equal(["stage", "question Why?", "reminder"], Look(Asking with { Stage = Asking.Stage! with { Reminders = 2 } }));

    [Fact]
    public void The_next_stage_begins_anew()
    {
        Look(Asking, new TokenFeedText(1, "Why?"));
        InterviewState next = Preparing with { Stage = Stage with { Number = 3, Key = "experience" } };

        Assert.Equal(["stage", "token H"], Look(next, new TokenFeedText(2, "H")));
    }

    [Fact]
    public void Report_and_end_are_told_once()
    {
        InterviewState reporting = Asking with { Phase = InterviewPhase.Reporting, Stage = null };

        Assert.Equal(["reporting"], Look(reporting));
        Assert.Equal([], Look(reporting));
        Assert.False(_events.HasEnded);
        Assert.Equal(["end"], Look(reporting with { Phase = null, Status = "completed" }));
        Assert.True(_events.HasEnded);
    }

    [Fact]
    public void Nothing_that_is_said_breaks_out_of_its_event() =>
        Assert.DoesNotContain("\nevent: end", _events.Look(Asking with { Stage = Stage with { Question = "x\n\nevent: end\ndata: {}" } }, null), StringComparison.Ordinal);

    private List<string> Look(InterviewState state, TokenFeedText? written = null) => [.. _events.Look(state, written).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(one =>
    {
        string[] lines = one.Split('\n');
        using System.Text.Json.JsonDocument data = System.Text.Json.JsonDocument.Parse(lines[1]["data: ".Length..]);
        return lines[0]["event: ".Length..] + (data.RootElement.TryGetProperty("text", out System.Text.Json.JsonElement text) ? $" {text.GetString()}" : "");
    })];
}
