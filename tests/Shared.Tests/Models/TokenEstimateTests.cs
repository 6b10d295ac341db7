using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Models;

public class TokenEstimateTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("abcd", 1)]
    [InlineData("abcde", 2)]
    [InlineData("한글", 2)]
    [InlineData("한글 ab", 3)]
    public void Ascii_costs_a_quarter_and_the_rest_a_whole(string text, int tokens) => Assert.Equal(tokens, TokenEstimate.Of(text));

    [Fact]
    public void Parts_never_cost_less_than_the_whole() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<(NonNull<string>, NonNull<string>)>(),
            parts => TokenEstimate.Of(parts.Item1.Get) + TokenEstimate.Of(parts.Item2.Get) >= TokenEstimate.Of(parts.Item1.Get + parts.Item2.Get)));
}
