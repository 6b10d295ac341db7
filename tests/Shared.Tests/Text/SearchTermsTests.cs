using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Text;

namespace Workflows.Shared.Tests.Text;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("The Cat, the DOG; 42!", "the|cat|the|dog|42")]
    [InlineData("ＡＢＣ １２", "abc|12")]
    [InlineData("환불은 규정", "환불|불은|규정")]
    [InlineData("값", "값")]
    [InlineData("API는 HTTP만", "api|는|http|만")]
    [InlineData("北京大学", "北京|京大|大学")]
    [InlineData("naïve cafe\u0301", "naïve|café")]
    public void Words_are_folded_and_unparted_scripts_are_cut_into_pairs(string text, string terms) => Assert.Equal(terms, string.Join('|', SearchTerms.Of(text)));

    [Fact]
    public void Data_is_no_term() => Assert.Equal(["a", "b"], SearchTerms.Of($"a {new string('x', 65)} b"));

    [Fact]
    public void A_long_sentence_without_blanks_is_terms_all_the_same() => Assert.Equal(99, SearchTerms.Of(new string('漢', 100)).Count);

    [Fact]
    public void No_text_is_refused() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<char[]>(), text => SearchTerms.Of(new string(text)).All(term => term.Length > 0)));

    [Fact]
    public void What_is_no_character_is_left_out() => Assert.Equal(["ab"], SearchTerms.Of("a\uD800\uFFFEb"));
}
