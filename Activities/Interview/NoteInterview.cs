using Microsoft.Extensions.Logging;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Activities.Interview;

/// <summary>Counts and logs what happens in interviews; what is said in them is in none of it.</summary>
public sealed partial class NoteInterview(InterviewMetrics metrics, ILogger<NoteInterview> logger)
{
    /// <summary>Notes something. Run again after a crash, it counts twice.</summary>
    /// <param name="note">What happened.</param>
    [Function(nameof(NoteInterview))]
    public void Run([ActivityTrigger] InterviewNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        metrics.Note(note);
        if (note.Mismatch is { } match)
        {
            LogMismatch(note.Interview, note.Stage, match);
        }

        if (note.Question is QuestionKind.Fallback)
        {
            LogFallback(note.Interview, note.Stage, note.SecondsFromAnswer ?? 0);
        }

        if (note.Analysis is "missing")
        {
            LogMissing(note.Interview, note.Stage);
        }

        if (note.End is { } end)
        {
            LogEnded(note.Interview, end);
        }
    }

    [LoggerMessage(EventId = 2401, Level = LogLevel.Warning, Message = "Interview {Interview}: the scenario does not know the name of stage {Stage}; taken in its place by: {Match}.")]
    private partial void LogMismatch(string interview, int stage, StageMatch match);

    [LoggerMessage(EventId = 2402, Level = LogLevel.Warning, Message = "Interview {Interview}: no model gave the question of stage {Stage} in time; the stage's own was asked after {Seconds:0.0} s.")]
    private partial void LogFallback(string interview, int stage, double seconds);

    [LoggerMessage(EventId = 2403, Level = LogLevel.Warning, Message = "Interview {Interview}: the answer of stage {Stage} was not analysed.")]
    private partial void LogMissing(string interview, int stage);

    [LoggerMessage(EventId = 2404, Level = LogLevel.Information, Message = "Interview {Interview} has ended: {End}.")]
    private partial void LogEnded(string interview, InterviewEnd end);
}
