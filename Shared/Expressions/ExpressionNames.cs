namespace Workflows.Shared.Expressions;

/// <summary>Names by which the parts of the expression analysis find each other.</summary>
public static class ExpressionNames
{
    /// <summary>The catalogue's task of a chunk's analysis.</summary>
    public const string Task = "expression_analysis";
}
