using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>The entity that numbers the batches of a UTC day, which is its key.</summary>
public sealed class BatchNumbers : TaskEntity<int>
{
    /// <summary>The function.</summary>
    /// <param name="dispatcher">Runs the operation.</param>
    [Function(ConsultationNames.BatchNumbers)]
    public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<BatchNumbers>();

    /// <summary>The entity of a day.</summary>
    /// <param name="day">The day's key.</param>
    public static EntityInstanceId IdOf(string day) => new(ConsultationNames.BatchNumbers, day);

    /// <summary>The next number, from 1.</summary>
    public int Next() => ++State;
}
