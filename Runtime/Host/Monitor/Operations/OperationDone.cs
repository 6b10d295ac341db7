namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>How an operation went.</summary>
/// <param name="Outcome">One of <see cref="AuditOutcomes"/>.</param>
/// <param name="Message">What was done, for people.</param>
internal sealed record OperationDone(string Outcome, string Message)
{
    /// <summary>The instance that came of it.</summary>
    public string? NewId { get; init; }

    /// <summary>How many things were touched, where it is not one.</summary>
    public int? Count { get; init; }

    public int? Removed { get; init; }

    public int? Released { get; init; }

    public static OperationDone Done(string message) => new(AuditOutcomes.Done, message);

    /// <summary>Done, or only accepted where its effect was not seen in time.</summary>
    public static OperationDone Of(bool isSeen, string done, string accepted) => isSeen ? Done(done) : new OperationDone(AuditOutcomes.Accepted, accepted);
}
