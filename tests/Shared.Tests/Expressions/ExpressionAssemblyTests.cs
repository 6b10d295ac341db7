using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Selection;

namespace Workflows.Shared.Tests.Expressions;

public sealed class ExpressionAssemblyTests
{
    [Theory]
    [InlineData("", null, false, ExpressionStatus.Complete, 4, "")]
    [InlineData("3 2", null, false, ExpressionStatus.Partial, 4, "2 3")]
    [InlineData("1 2 3 4", null, false, ExpressionStatus.Failed, 4, "1 2 3 4")]
    [InlineData("1", null, true, ExpressionStatus.Failed, 1, "1")]
    [InlineData("3", 1, false, ExpressionStatus.Complete, 2, "")]
    [InlineData("1 3", 1, false, ExpressionStatus.Partial, 2, "1")]
    public void Only_what_counts_is_reported(string failed, int? most, bool test, ExpressionStatus status, int counted, string reported)
    {
        int[] failures = [.. failed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        ExpressionSelection selection = new(most);
        if (!failures.Contains(2))
        {
            selection.Take(2, [SampleExpressions.Found("give up", 2, 20)]);
        }

        ExpressionReport report = ExpressionAssembly.Report(
            SubtitleFacts.Of(SampleTracks.At((1, "Hi."))),
            new ExpressionOptions { MaxExpressions = most, Test = test, Workers = 12 },
            4,
            2,
            selection,
            failures.Select(chunk => new FailedChunk { Chunk = chunk, Start = TimeSpan.Zero, End = TimeSpan.Zero, Reason = "It took too long.", Attempts = 2 }),
            1.5,
            simulated: false);

        Assert.Equal((status, 4, counted, 2, 1), (report.Status, report.Chunks, report.CountedChunks, report.Workers, report.Warnings.Count));
        Assert.Equal(reported, string.Join(' ', report.FailedChunks.Select(one => one.Chunk)));
    }
}
