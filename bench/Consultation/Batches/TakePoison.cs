using Workflows.FunctionsWorker;
using Workflows.Shared.Consultation;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>Reads the poison queue, as an operator's program would.</summary>
internal sealed class TakePoison(PoisonFile file)
{
    /// <summary>Keeps a message.</summary>
    [Function(nameof(TakePoison))]
    public void Run([QueueTrigger(ConsultationNames.PoisonQueue)] string message) => file.Add(message);
}
