using Workflows.Durable;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class TaskFailureDetailsTests
{
    [Fact]
    public void An_exception_is_described_with_the_exceptions_inside_it()
    {
        TaskFailureDetails details = TaskFailureDetails.FromException(new InvalidOperationException("outer", new FormatException("inner")));

        Assert.Equal("System.InvalidOperationException: outer", details.ToString());
        Assert.Equal("System.FormatException: inner", details.InnerFailure?.ToString());
        Assert.Null(details.InnerFailure?.InnerFailure);
    }

    [Fact]
    public void A_failed_task_brings_its_recorded_failure_along()
    {
        TaskFailureDetails recorded = new("A.B", "far away", null, null, null);

        Assert.Same(recorded, TaskFailureDetails.FromException(new TaskFailedException("ask", 7, recorded)).InnerFailure);
    }

    [Fact]
    public void A_very_long_chain_of_causes_is_cut()
    {
        Exception error = Enumerable.Range(0, 10_000).Aggregate(new FormatException("0"), (inner, i) => new FormatException($"{i}", inner));

        int depth = 0;
        for (TaskFailureDetails? details = TaskFailureDetails.FromException(error); details is not null; details = details.InnerFailure)
        {
            depth++;
        }

        Assert.Equal(32, depth);
    }

    [Fact]
    public void A_failure_is_caused_by_its_type_and_the_bases_of_it()
    {
        TaskFailureDetails details = TaskFailureDetails.FromException(new OwnException());

        Assert.True(details.IsCausedBy<OwnException>());
        Assert.True(details.IsCausedBy<ArgumentException>());
        Assert.True(details.IsCausedBy<Exception>());
        Assert.False(details.IsCausedBy<TimeoutException>());
    }

    [Theory]
    [InlineData("Nobody.Knows.ThisException")]
    [InlineData("")]
    [InlineData("not [a type, name")]
    public void A_type_that_is_not_loaded_is_unrelated(string type)
        => Assert.False(new TaskFailureDetails(type, "?", null, null, null).IsCausedBy<Exception>());

    [Fact]
    public void Only_exception_types_can_be_asked_for()
        => Assert.Throws<ArgumentException>(() => new TaskFailureDetails("A", "b", null, null, null).IsCausedBy(typeof(string)));

    private sealed class OwnException : ArgumentException;
}
