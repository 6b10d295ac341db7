namespace Workflows.Shared.Interview;

/// <summary>The section <c>Interviews</c>. An interview keeps the settings with which it was started.</summary>
public sealed class InterviewOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Interviews";

    /// <summary>The most reminders of one question.</summary>
    public const int MostReminders = 3;

    /// <summary>A scenario's file; null: the one that comes with the product.</summary>
    public string? ScenarioFile { get; set; }

    /// <summary>How long a question may stay without an answer, in minutes; then the interview ends with what it has.</summary>
    public double AnswerMinutes { get; set; } = 60;

    /// <summary>How many times a question is brought to mind meanwhile, spread evenly; 0 to 3.</summary>
    public int Reminders { get; set; } = MostReminders;

    /// <summary>How long the requests of one question may take together, in seconds; waiting for a model does not count.</summary>
    public double QuestionSeconds { get; set; } = 90;

    /// <summary>How long after an answer the next question is out at the latest, in seconds, waiting for a model included: the stage's own question is asked in place of one that is late.</summary>
    public double NextQuestionSeconds { get; set; } = 120;

    /// <summary>How long a question waits for a spoken answer to be written down, in seconds; then it does without.</summary>
    public double TranscriptSeconds { get; set; } = 10;

    /// <summary>How long the requests of one analysis may take together, in seconds.</summary>
    public double AnalysisSeconds { get; set; } = 600;

    /// <summary>An analysis that would wait longer than this for a model, in seconds, uses the short rubric; 0: none ever does.</summary>
    public double LightAboveSeconds { get; set; } = 300;

    /// <summary>How long after the last answer the report is there at the latest, in minutes: analyses that are not done by then are missing.</summary>
    public double ReportMinutes { get; set; } = 30;
}
