namespace Workflows.Shared.Interview;

/// <summary>Names by which the parts of the interviews find each other.</summary>
public static class InterviewNames
{
    /// <summary>The orchestration of an interview: input <see cref="InterviewWork"/>, output <see cref="InterviewReport"/>, custom status <see cref="InterviewProgress"/>.</summary>
    public const string Orchestrator = "Interview";

    /// <summary>The catalogue's task of a question's generation.</summary>
    public const string QuestionTask = "interview-question";

    /// <summary>The catalogue's task of an answer's analysis.</summary>
    public const string AnalysisTask = "interview-analysis";

    /// <summary>The catalogue's task of the final report.</summary>
    public const string ReportTask = "interview-report";

    /// <summary>The catalogue's task that compares job description and résumé with the stages.</summary>
    public const string EmbeddingTask = "embedding";

    /// <summary>The catalogue's task that writes spoken answers down.</summary>
    public const string SpeechTask = "speech-to-text";

    /// <summary>The catalogue's task that looks at video frames.</summary>
    public const string VisionTask = "vision";

    /// <summary>The event by which a stage's answer comes: an <see cref="InterviewAnswer"/>. The first one wins.</summary>
    /// <param name="stage">The stage's key.</param>
    public static string AnswerEvent(string stage) => $"answer-{stage}";

    /// <summary>Under which a stage's question is shown while a model writes it.</summary>
    /// <param name="interview">The interview.</param>
    /// <param name="stage">The stage's key.</param>
    public static string Topic(string interview, string stage) => $"{interview}/{stage}";
}
