namespace Workflows.Shared.Interview;

/// <summary>What was configured when an interview began; it stays, also when the configuration changes meanwhile.</summary>
public sealed record InterviewSettings
{
    /// <inheritdoc cref="InterviewOptions.AnswerMinutes"/>
    public required double AnswerMinutes { get; init; }

    /// <inheritdoc cref="InterviewOptions.Reminders"/>
    public required int Reminders { get; init; }

    /// <inheritdoc cref="InterviewOptions.QuestionSeconds"/>
    public required double QuestionSeconds { get; init; }

    /// <inheritdoc cref="InterviewOptions.NextQuestionSeconds"/>
    public required double NextQuestionSeconds { get; init; }

    /// <inheritdoc cref="InterviewOptions.TranscriptSeconds"/>
    public required double TranscriptSeconds { get; init; }

    /// <inheritdoc cref="InterviewOptions.AnalysisSeconds"/>
    public required double AnalysisSeconds { get; init; }

    /// <inheritdoc cref="InterviewOptions.LightAboveSeconds"/>
    public required double LightAboveSeconds { get; init; }

    /// <inheritdoc cref="InterviewOptions.ReportMinutes"/>
    public required double ReportMinutes { get; init; }

    /// <summary>The key of the fleet that admits analyses; null: no model is there for them.</summary>
    public string? AnalysisFleet { get; init; }

    /// <summary>Whether a model compares job description and résumé with the stages.</summary>
    public bool Embeds { get; init; }

    /// <summary>Whether a model writes spoken answers down.</summary>
    public bool Hears { get; init; }

    /// <summary>Whether a model looks at video frames.</summary>
    public bool Sees { get; init; }
}
