namespace Workflows.Shared.Expressions;

/// <summary>The custom status of an analysis: a <see cref="WorkflowProgress"/> with the chunks that have failed.</summary>
public sealed record ExpressionProgress
{
    /// <inheritdoc cref="WorkflowProgress.Completed"/>
    public int Completed { get; init; }

    /// <inheritdoc cref="WorkflowProgress.Total"/>
    public int Total { get; init; }

    /// <inheritdoc cref="WorkflowProgress.Message"/>
    public string Message { get; init; } = "";

    /// <summary>The numbers of the chunks that have failed so far and were not tried again with success.</summary>
    public IReadOnlyList<int> FailedChunks { get; init; } = [];
}
