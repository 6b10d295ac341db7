using System.Text;
using System.Text.Json;
using Workflows.Activities.Models;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary>Tells what has changed of an interview since the last look, as server-sent events: each has a name and one line of JSON. The first look tells where it is.</summary>
internal sealed class InterviewEvents
{
    private InterviewState? _last;
    private TokenFeedText? _written;

    /// <summary>Whether the interview's end has been told.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The events, as they are written to the stream; empty: nothing has changed.</summary>
    /// <param name="state">The interview.</param>
    /// <param name="written">What a model has written of the open stage's question; null: nothing is known.</param>
    public string Look(InterviewState state, TokenFeedText? written)
    {
        StringBuilder text = new();
        OpenStage? before = _last?.Stage;
        if (state.Stage is { } stage)
        {
            bool isNew = before?.Key != stage.Key;
            if (isNew)
            {
                _written = null;
                Add(text, "stage", new { stage.Number, Stage = stage.Key, stage.Name, stage.Given, stage.Match, state.Answered });
            }

            if (stage.Question is null || before?.Question is null || isNew)
            {
                AddTokens(text, stage, written);
            }

            if (stage.Question is { } question && (isNew || before?.Question is null))
            {
                Add(text, "question", new { stage.Number, Stage = stage.Key, Text = question, Kind = stage.QuestionKind, stage.AnswerBy });
            }

            if (stage.Reminders > (isNew ? 0 : before?.Reminders ?? 0))
            {
                Add(text, "reminder", new { stage.Number, Stage = stage.Key, Reminder = stage.Reminders, stage.AnswerBy });
            }
        }

        if (state.Phase == InterviewPhase.Reporting && _last?.Phase != InterviewPhase.Reporting)
        {
            Add(text, "reporting", new { state.Answered, state.Analysed });
        }

        if (state.IsEnded)
        {
            Add(text, "end", new { state.Status, Result = state.Result?.Status, state.Error });
            HasEnded = true;
        }

        _last = state;
        return text.ToString();
    }

    /// <summary>What was told of an attempt that is repeated is taken back by <c>reset</c>.</summary>
    private void AddTokens(StringBuilder text, OpenStage stage, TokenFeedText? written)
    {
        if (written is null || written == _written)
        {
            return;
        }

        if (_written is { } told && told.Run != written.Run)
        {
            Add(text, "reset", new { stage.Number, Stage = stage.Key });
            _written = null;
        }

        string more = written.Text[(_written?.Text.Length ?? 0)..];
        _written = written;
        if (more.Length > 0)
        {
            Add(text, "token", new { stage.Number, Stage = stage.Key, Text = more });
        }
    }

    private static void Add(StringBuilder text, string name, object data) => text.Append("event: ").Append(name).Append("\ndata: ").Append(JsonSerializer.Serialize(data, InterviewJson.Options)).Append("\n\n");
}
