namespace Workflows.Shared.Expressions;

/// <summary>Names by which the parts of the expression analysis find each other.</summary>
public static class ExpressionNames
{
    /// <summary>The orchestration of an analysis: input <see cref="ExpressionWork"/>, output <see cref="ExpressionReport"/>, custom status <see cref="ExpressionProgress"/>.</summary>
    public const string Orchestrator = "Expressions";

    /// <summary>The orchestration of a part of its chunks.</summary>
    public const string Batch = "ExpressionBatch";

    /// <summary>The catalogue's task of a chunk's analysis.</summary>
    public const string Task = "expression_analysis";
}
