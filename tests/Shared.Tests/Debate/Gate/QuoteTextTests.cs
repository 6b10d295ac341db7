using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Debate.Gate;

namespace Workflows.Shared.Tests.Debate.Gate;

public sealed class QuoteTextTests
{
    [Theory]
    [InlineData("The  Cat\r\nsat", "the cat sat")]
    [InlineData("the regu-\nlated price", "the regulated price")]
    [InlineData("self-regulated", "selfregulated")]
    [InlineData("“so” ‘it’ is", "\"so\" 'it' is")]
    [InlineData("2019–2020", "2019-2020")]
    [InlineData("it — as said — is", "it - as said - is")]
    [InlineData("so , it is", "so,it is")]
    [InlineData("환불은 7일\n이내에", "환불은7일이내에")]
    [InlineData("ＡＢＣ １", "abc 1")]
    [InlineData("in\u200Bvisible\u00AD", "invisible")]
    [InlineData("\u1112\u1161\u11AB글", "한글")]
    public void What_is_written_otherwise_is_the_same(string one, string other) => Assert.Equal(QuoteText.Normalize(other), QuoteText.Normalize(one));

    [Theory]
    [InlineData("the rapist", "therapist")]
    [InlineData("1 5", "15")]
    [InlineData("2024, 15", "2024,15")]
    [InlineData("at -5", "at 5")]
    [InlineData("at -5", "at - 5")]
    [InlineData("5-10", "510")]
    [InlineData("일", "이")]
    public void What_means_something_else_is_not(string one, string other) => Assert.NotEqual(QuoteText.Normalize(other), QuoteText.Normalize(one));

    [Fact]
    public void No_text_is_refused_and_a_normal_form_is_without_line_breaks() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<char[]>(), text => !QuoteText.Normalize(new string(text)).Contains('\n', StringComparison.Ordinal)));
}
