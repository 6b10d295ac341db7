using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Tests.Answers.Texts;

public class ExcerptTests
{
    [Theory]
    [InlineData("some text", 0, "")]
    [InlineData("", 0, "")]
    [InlineData("some text", 5, "some")]
    [InlineData("a\U0001F600b", 2, "a")]
    public void The_beginning_has_at_most_so_many_characters_and_no_half_pair(string text, int length, string expected) =>
        Assert.Equal(expected, Excerpt.Of(text, length));
}
