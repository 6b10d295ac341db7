using System.Text.Json;
using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Selection;

namespace Workflows.Bench.Expressions;

/// <summary>Holds the expressions of an analysis against those of an undisturbed one.</summary>
internal static class SameExpressions
{
    /// <summary>
    /// How many expressions are there that should not be, or are not and should be: those of chunks that succeeded are the undisturbed run's, with all that is told about them. An expression that
    /// the undisturbed run has from a chunk that failed here may come from a later chunk.
    /// </summary>
    public static int Differences(ExpressionReport calm, ExpressionReport disturbed)
    {
        HashSet<int> failed = [.. disturbed.FailedChunks.Select(chunk => chunk.Chunk)];
        HashSet<string> lost = [.. calm.Expressions.Where(one => failed.Contains(one.Chunk)).Select(one => ExpressionKey.Of(one.Expression))];
        List<string> expected = [.. calm.Expressions.Where(one => !failed.Contains(one.Chunk)).Select(Text)];
        List<string> found = [.. disturbed.Expressions.Where(one => !lost.Contains(ExpressionKey.Of(one.Expression))).Select(Text)];
        return expected.Except(found).Count() + found.Except(expected).Count() + (expected.SequenceEqual(found) ? 0 : 1) + disturbed.Expressions.Count(one => failed.Contains(one.Chunk));
    }

    private static string Text(FoundExpression one) => JsonSerializer.Serialize(one, ExpressionJson.Options);
}
