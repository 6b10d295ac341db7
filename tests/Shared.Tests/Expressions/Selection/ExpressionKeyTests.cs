using Workflows.Shared.Expressions.Selection;

namespace Workflows.Shared.Tests.Expressions.Selection;

public sealed class ExpressionKeyTests
{
    [Theory]
    [InlineData("look forward to", "Looking forward to")]
    [InlineData("look forward to", "to look forward to")]
    [InlineData("give up", "gave up!")]
    [InlineData("give up", "giving up")]
    [InlineData("stop by", "stopping by")]
    [InlineData("hope for", "hoping for")]
    [InlineData("carry on", "carries on")]
    [InlineData("get one's hopes up", "get your hopes up")]
    [InlineData("don’t mention it", "do not mention it")]
    [InlineData("follow-up", "follow up")]
    [InlineData("piece of cake", "a piece of cake")]
    [InlineData("눈치를 보다", "눈치를보다")]
    public void The_same_expression_has_one_key(string one, string other) => Assert.Equal(ExpressionKey.Of(one), ExpressionKey.Of(other));

    [Theory]
    [InlineData("give up", "give in")]
    [InlineData("hop on", "hope on")]
    [InlineData("fill in", "file in")]
    [InlineData("used to", "us to")]
    [InlineData("눈치를 보다", "눈치를 주다")]
    public void Another_has_another(string one, string other) => Assert.NotEqual(ExpressionKey.Of(one), ExpressionKey.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData(" …! ")]
    public void What_has_no_words_has_no_key(string text) => Assert.Empty(ExpressionKey.Of(text));
}
