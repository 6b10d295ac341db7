using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Alignment;

namespace Workflows.Shared.Tests.Expressions;

/// <summary>Expressions for tests.</summary>
internal static class SampleExpressions
{
    public static FoundExpression Found(string expression, int chunk = 1, int? second = null) => new()
    {
        Expression = expression,
        Translation = "translation",
        Meaning = "meaning",
        Usage = "usage",
        Chunk = chunk,
        Timing = second is { } at ? Timing(at) : null,
        TimingReason = second is null ? TimingMiss.NotFound : null,
    };

    private static ExpressionTiming Timing(int second) =>
        new() { Start = TimeSpan.FromSeconds(second), End = TimeSpan.FromSeconds(second + 2), FirstCue = 1, LastCue = 1, Match = TimingMatch.Exact };
}
