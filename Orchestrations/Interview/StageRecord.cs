using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Orchestrations.Interview;

/// <summary>What an interview knows of a stage that it has begun.</summary>
internal sealed class StageRecord(PlannedStage stage)
{
    public PlannedStage Stage { get; } = stage;

    public AskedQuestion Question { get; set; } = new(stage.Question, QuestionKind.Own);

    public DateTime AskedAt { get; set; }

    public double? SecondsFromAnswer { get; set; }

    public double? QueueSeconds { get; set; }

    public double? ModelSeconds { get; set; }

    public int Reminders { get; set; }

    public InterviewAnswer? Answer { get; set; }

    public DateTime? AnsweredAt { get; set; }

    /// <summary>Ends when a spoken answer has been written down, or cannot be.</summary>
    public Task Heard { get; set; } = Task.CompletedTask;

    /// <summary>Ends when its frames have been looked at, or cannot be.</summary>
    public Task Seen { get; set; } = Task.CompletedTask;

    public StageAnalysis? Analysis { get; set; }

    /// <summary>Whether the answer says nothing that can be analysed.</summary>
    public bool IsSilent { get; set; }

    public VideoNotes? Video { get; set; }

    public List<string> Notes { get; } = [];

    public TurnReference Turn => new(Stage.Number, Stage.Name, Question.Text, Answer!.Hash);

    public StageReport Report() => new()
    {
        Number = Stage.Number,
        Stage = Stage.Key,
        Name = Stage.Name,
        Given = Stage.Given,
        Match = Stage.Match,
        Question = Question.Text,
        QuestionKind = Question.Kind,
        AskedAt = Utc(AskedAt),
        SecondsFromAnswer = SecondsFromAnswer,
        QueueSeconds = QueueSeconds,
        ModelSeconds = ModelSeconds,
        Reminders = Reminders,
        AnsweredAt = AnsweredAt is { } answered ? Utc(answered) : null,
        AnswerKind = Answer?.Kind,
        Analysis = Analysis,
        Video = Video,
        Notes = [.. Notes],
    };

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
