using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Consultation;

/// <summary>The entity that collects what waits for analysis and starts the runs, by <see cref="PendingRules"/>.</summary>
/// <param name="options">How many start a run at once.</param>
/// <param name="catalogue">How many calls the models take at once.</param>
/// <param name="metrics">Shows what waits and what was started.</param>
/// <param name="time">The clock.</param>
public sealed class PendingConsultations(IOptions<ConsultationOptions> options, IModelCatalogue catalogue, ConsultationMetrics metrics, TimeProvider time) : TaskEntity<PendingState>
{
    /// <summary>The entity.</summary>
    public static EntityInstanceId Id { get; } = new(ConsultationNames.PendingConsultations, "all");

    /// <summary>The function.</summary>
    /// <param name="dispatcher">Runs the operation.</param>
    [Function(ConsultationNames.PendingConsultations)]
    public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<PendingConsultations>();

    /// <summary>Takes in a consultation.</summary>
    /// <param name="work">The consultation; it has not come before.</param>
    public void Add(ConsultationWork work)
    {
        State.Waiting.Add(work);
        StartRuns();
    }

    /// <summary>Starts whatever waits, as soon as a run may.</summary>
    public void StartAll()
    {
        State.SweepAt = null;
        State.Due = State.Waiting.Count;
        StartRuns();
    }

    /// <summary>Takes in that a run has ended.</summary>
    /// <param name="ended">The run.</param>
    public void Ended(AnalysisRunEnd ended)
    {
        PendingRules.End(State, ended);
        StartRuns();
    }

    /// <summary>When a batch that comes now should be done.</summary>
    /// <param name="count">Its consultations.</param>
    public DateTimeOffset Estimate(int count) => PendingRules.Estimate(State, count, options.Value.RunAt, time.GetUtcNow());

    private void StartRuns()
    {
        while (PendingRules.Next(State, options.Value.RunAt, Slots()) is { } run)
        {
            Context.ScheduleNewOrchestration(
                ConsultationNames.AnalyzeConsultations, run, new StartOrchestrationOptions(FormattableString.Invariant($"analyze:{run.Number}")));
            metrics.BatchStarted(run.Consultations.Count);
            if (run.Reason == PendingRules.Full)
            {
                SweepLater();
            }
        }

        metrics.QueueLength(State.Waiting.Count);
    }

    /// <summary>The first twenty of a batch must not leave its last four to the timer: what comes after a full run is started soon after it.</summary>
    private void SweepLater()
    {
        DateTimeOffset now = time.GetUtcNow();
        if (State.SweepAt is not { } set || set < now)
        {
            State.SweepAt = now + PendingRules.Straggling;
            Context.SignalEntity(Context.Id, nameof(StartAll), new SignalEntityOptions { SignalTime = State.SweepAt });
        }
    }

    private int Slots()
    {
        try
        {
            ModelTaskPolicy policy = catalogue.Policy(ConsultationNames.BatchAnalysisTask);
            return catalogue.PoolsOf(policy.FleetKey).Where(pool => policy.Pools.Contains(pool.Name)).Sum(pool => pool.MaxConcurrent);
        }
        catch (ArgumentException)
        {
            // No model is configured for it: the analyses say so, one by one.
            return 1;
        }
    }
}
