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

    [Theory]
    [InlineData("abcdefgh", 1, "abcd")]
    [InlineData("한글 ab", 2, "한글")]
    [InlineData("한글 ab", 3, "한글 ab")]
    [InlineData("a😀b", 2, "a")]
    [InlineData("abc", 0, "")]
    [InlineData("abc", -1, "")]
    public void A_start_costs_no_more_than_asked_for(string text, int tokens, string start) => Assert.Equal(start, TokenEstimate.Start(text, tokens));

    [Fact]
    public void A_start_is_as_long_as_it_can_be() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            Gen.Choose(0, 20).ToArbitrary(),
            (text, tokens) =>
            {
                string start = TokenEstimate.Start(text.Get, tokens);
                int more = Math.Min(start.Length + 2, text.Get.Length);
                return text.Get.StartsWith(start, StringComparison.Ordinal)
                    && TokenEstimate.Of(start) <= tokens
                    && (start.Length == text.Get.Length || TokenEstimate.Of(text.Get.AsSpan(0, more)) > tokens);
            }));
}
