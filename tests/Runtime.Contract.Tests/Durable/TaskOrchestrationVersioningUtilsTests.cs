using Workflows.Durable.Abstractions;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class TaskOrchestrationVersioningUtilsTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "1.0", -1)]
    [InlineData("1.0", " ", 1)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("2.0.0", "1.9.9", 1)]
    [InlineData("1.0", "1.0", 0)]
    [InlineData("beta", "BETA", 0)]
    [InlineData("alpha", "beta", -1)]
    public void Versions_are_ordered_as_numbers_where_they_are_and_as_text_elsewhere(string source, string other, int expected)
        => Assert.Equal(expected, Math.Sign(TaskOrchestrationVersioningUtils.CompareVersions(source, other)));
}
