using Microsoft.Extensions.Options;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>
/// The entity that knows how far a batch is. Each of its consultations goes on to the analysis once, however often its message comes; when the last has ended, the batch is
/// finished; when its days are over, it is forgotten. Operations on a batch that is not known do nothing, and leave nothing behind.
/// </summary>
/// <param name="options">How long batches are kept.</param>
/// <param name="time">The clock.</param>
public sealed class ConsultationBatch(IOptions<ConsultationOptions> options, TimeProvider time) : TaskEntity<BatchState>
{
    /// <summary>The function.</summary>
    /// <param name="dispatcher">Runs the operation.</param>
    [Function(ConsultationNames.ConsultationBatch)]
    public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<ConsultationBatch>();

    /// <summary>The entity of a batch.</summary>
    /// <param name="batchId">The batch's id.</param>
    public static EntityInstanceId IdOf(string batchId) => new(ConsultationNames.ConsultationBatch, batchId);

    /// <summary>Begins the batch.</summary>
    /// <param name="beginning">What is known of it.</param>
    public void Begin(BatchBeginning beginning)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        if (State.Beginning is null)
        {
            State.Beginning = beginning;
            State.Items = new string(BatchState.Expected, beginning.Total);
            ForgetAt(beginning.AcceptedAt + Kept);
        }
    }

    /// <summary>Gives up a batch that was not accepted, with what was stored of it.</summary>
    /// <param name="acceptance">The instance that did not accept it.</param>
    public void Discard(string acceptance) => Remove(acceptance);

    /// <summary>Sends a consultation on to the analysis, the first time that it comes.</summary>
    /// <param name="message">The message that came.</param>
    public void Admit(ConsultationMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (State.Beginning is not { } beginning)
        {
            State = null!;
        }
        else if (message.Index is { } index && Change(index, BatchState.Expected, BatchState.Admitted))
        {
            Context.SignalEntity(
                PendingConsultations.Id,
                nameof(PendingConsultations.Add),
                new ConsultationWork { BatchId = Context.Id.Key, Index = index, Priority = message.Priority, AcceptedAt = beginning.AcceptedAt });
        }
    }

    /// <summary>Takes in what became of a consultation, the first time.</summary>
    /// <param name="outcome">What became of it.</param>
    public void Done(ConsultationOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (State.Beginning is null)
        {
            State = null!;
        }
        else if (Change(outcome.Index, BatchState.Admitted, outcome.Analyzed ? BatchState.Analyzed : BatchState.Failed))
        {
            FinishIfAllEnded(outcome.EndedAt);
        }
    }

    /// <summary>Notes that the report of the whole batch is stored.</summary>
    public void Report()
    {
        if (State.Beginning is null)
        {
            State = null!;
        }
        else
        {
            State.Reported = true;
        }
    }

    /// <summary>The batch.</summary>
    public BatchState Get()
    {
        BatchState found = State;
        if (found.Beginning is null)
        {
            State = null!;
        }

        return found;
    }

    /// <summary>
    /// Forgets the batch when its days since its completion are over. One that is not complete by the time that no message of it can come any more is completed without
    /// what is missing.
    /// </summary>
    public void Forget()
    {
        if (State.Beginning is not { } beginning)
        {
            State = null!;
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        if (State.CompletedAt is null)
        {
            State.Items = State.Items.Replace(BatchState.Expected, BatchState.Failed);
            FinishIfAllEnded(now);
        }

        DateTimeOffset end = (State.CompletedAt ?? now) + Kept;
        if (end <= now)
        {
            Remove(beginning.Acceptance);
        }
        else
        {
            ForgetAt(end);
        }
    }

    private TimeSpan Kept => TimeSpan.FromDays(options.Value.KeepDays);

    private void FinishIfAllEnded(DateTimeOffset at)
    {
        if (State.Ended == State.Items.Length)
        {
            State.CompletedAt = at;
            Context.ScheduleNewOrchestration(ConsultationNames.FinishBatch, Context.Id.Key, new StartOrchestrationOptions($"finish:{Context.Id.Key}"));
        }
    }

    private void Remove(string acceptance)
    {
        ForgottenBatch forgotten = new() { BatchId = Context.Id.Key, Acceptance = acceptance };
        Context.ScheduleNewOrchestration(ConsultationNames.ForgetBatch, forgotten, new StartOrchestrationOptions($"forget:{Context.Id.Key}"));
        State = null!;
    }

    private void ForgetAt(DateTimeOffset due) => Context.SignalEntity(Context.Id, nameof(Forget), new SignalEntityOptions { SignalTime = due });

    private bool Change(int index, char from, char to)
    {
        if (index < 0 || index >= State.Items.Length || State.Items[index] != from)
        {
            return false;
        }

        State.Items = string.Concat(State.Items.AsSpan(0, index), [to], State.Items.AsSpan(index + 1));
        return true;
    }
}
