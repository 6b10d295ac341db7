using System.Text.Json;
using Workflows.Shared.Interview;

namespace Workflows.Orchestrations.Interview;

/// <summary>Waits for answers: the first one of a stage wins. Reminders are spread evenly over the time there is, and at its end the waiting does.</summary>
internal sealed class InterviewAnswers(TaskOrchestrationContext context, InterviewWork work, InterviewStatus status, InterviewNotes notes)
{
    /// <summary>Asks a stage's question and waits.</summary>
    /// <returns>Whether it was answered.</returns>
    public async Task<bool> WaitAsync(StageRecord record)
    {
        TimeSpan patience = TimeSpan.FromMinutes(work.Settings.AnswerMinutes);
        status.Ask(record, record.AskedAt + patience);
        using CancellationTokenSource enough = new();
        Task<JsonElement> arrival = Next(record, enough.Token);
        for (int step = 1; step <= work.Settings.Reminders + 1; step++)
        {
            DateTime due = record.AskedAt + (patience * step / (work.Settings.Reminders + 1));
            using CancellationTokenSource soon = new();
            Task timer = context.CreateTimer(due, soon.Token);
            while (await Task.WhenAny(arrival, timer) == arrival || arrival.IsCompleted)
            {
                if (InterviewAnswer.Read(await arrival, work.Folder) is { } answer)
                {
                    soon.Cancel();
                    Take(record, answer);
                    return true;
                }

                // Anybody with the management key may raise an event of any shape.
                arrival = Next(record, enough.Token);
            }

            if (step <= work.Settings.Reminders)
            {
                record.Reminders = step;
                status.Remind(step);
                notes.Add(record.Stage.Number, note => note with { Reminder = step });
            }
        }

        enough.Cancel();
        return false;
    }

    private Task<JsonElement> Next(StageRecord record, CancellationToken enough) => context.WaitForExternalEvent<JsonElement>(InterviewNames.AnswerEvent(record.Stage.Key), enough);

    private void Take(StageRecord record, InterviewAnswer answer)
    {
        record.Answer = answer;
        record.AnsweredAt = context.CurrentUtcDateTime;
        status.Answered(answer.Hash);
        notes.Add(record.Stage.Number, note => note with { Answer = answer.Kind });
    }
}
