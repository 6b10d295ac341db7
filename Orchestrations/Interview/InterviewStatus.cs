using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Orchestrations.Interview;

/// <summary>The custom status of one interview: the open stage, and how far it is.</summary>
internal sealed class InterviewStatus(TaskOrchestrationContext context, InterviewWork work)
{
    private readonly List<string> _answers = [];
    private InterviewPhase _phase;
    private OpenStage? _stage;
    private string _message = "";
    private int _analysed;

    /// <summary>A stage's question is being made.</summary>
    public void Prepare(PlannedStage stage)
    {
        _phase = InterviewPhase.Preparing;
        _stage = new OpenStage { Number = stage.Number, Key = stage.Key, Name = stage.Name, Given = stage.Given, Match = stage.Match };
        Say($"makes question {stage.Number} of {work.Stages.Count}");
    }

    /// <summary>A question waits for its answer.</summary>
    public void Ask(StageRecord record, DateTime answerBy)
    {
        _phase = InterviewPhase.Asking;
        _stage = _stage! with
        {
            Question = record.Question.Text,
            QuestionKind = record.Question.Kind,
            AskedAt = new DateTimeOffset(record.AskedAt, TimeSpan.Zero),
            AnswerBy = new DateTimeOffset(answerBy, TimeSpan.Zero),
        };
        Say($"waits for answer {record.Stage.Number} of {work.Stages.Count}");
    }

    /// <summary>The open question has been brought to mind.</summary>
    public void Remind(int reminders)
    {
        _stage = _stage! with { Reminders = reminders };
        Tell();
    }

    /// <summary>The open question has been answered.</summary>
    public void Answered(string hash)
    {
        _answers.Add(hash);
        Tell();
    }

    /// <summary>An answer has been analysed.</summary>
    public void Analysed()
    {
        _analysed++;
        Tell();
    }

    /// <summary>No question is left.</summary>
    public void Report(string message)
    {
        _phase = InterviewPhase.Reporting;
        _stage = null;
        Say(message);
    }

    private void Say(string message)
    {
        _message = message;
        Tell();
    }

    private void Tell() => context.SetCustomStatus(new InterviewProgress
    {
        Completed = _answers.Count + _analysed,
        Total = (2 * work.Stages.Count) + 1,
        Message = _message,
        Phase = _phase,
        Stage = _stage,
        Answers = [.. _answers],
        Analysed = _analysed,
    });
}
