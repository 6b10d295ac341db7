namespace Workflows.Shared.Debate;

/// <summary>The custom status of a debate: a <see cref="WorkflowProgress"/> with the ledger so far.</summary>
public sealed record DebateProgress
{
    /// <inheritdoc cref="WorkflowProgress.Completed"/>
    public int Completed { get; init; }

    /// <inheritdoc cref="WorkflowProgress.Total"/>
    public int Total { get; init; }

    /// <inheritdoc cref="WorkflowProgress.Message"/>
    public string Message { get; init; } = "";

    /// <summary>All events so far, in their order.</summary>
    public IReadOnlyList<LedgerEvent> Ledger { get; init; } = [];
}
