namespace Workflows.Functions.Consultation;

/// <summary>Over the queues of the data file.</summary>
public sealed class DataFileQueueIngestionTests : QueueIngestionTests
{
    private protected override string? Connection => null;
}
