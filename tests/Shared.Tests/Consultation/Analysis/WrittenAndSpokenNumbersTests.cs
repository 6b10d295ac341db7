using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation.Analysis;

namespace Workflows.Shared.Tests.Consultation.Analysis;

public sealed class WrittenAndSpokenNumbersTests
{
    [Theory]
    [InlineData("12,000원", "12000")]
    [InlineData("12000", "12000")]
    [InlineData("1만 2천원", "12000")]
    [InlineData("1만2000원", "12000")]
    [InlineData("3만 5천 원과 2개", "35000 2")]
    [InlineData("1억 2000만 원", "120000000")]
    [InlineData("5천만원", "50000000")]
    [InlineData("3.5%", "3.5")]
    [InlineData("3.50", "3.5")]
    [InlineData("2025-09-13", "2025 9 13")]
    [InlineData("2025.09.13.", "2025 9 13")]
    [InlineData("9월 3일", "9 3")]
    [InlineData("1588-1234", "1588 1234")]
    [InlineData("007", "7")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("0", "")]
    [InlineData("없음", "")]
    public void Numbers_in_digits_are_read_in_one_spelling(string text, string numbers) => Assert.Equal(numbers, string.Join(' ', WrittenNumbers.Of(text)));

    [Theory]
    [InlineData("삼만 오천 원입니다", "35000")]
    [InlineData("만 이천 원이요", "12000")]
    [InlineData("이십오일에", "25")]
    [InlineData("삼 개월 할부", "3")]
    [InlineData("공일공 번호로", "10")]
    [InlineData("두 시에 오세요", "2")]
    [InlineData("세 시 반에", "3 30")]
    [InlineData("열두 개", "12")]
    [InlineData("스물다섯 명", "25")]
    [InlineData("twenty-five dollars", "25")]
    [InlineData("two hundred and fifty", "250")]
    [InlineData("three thousand", "3000")]
    [InlineData("the first one", "1")]
    public void Numbers_in_words_are_read_too(string text, string numbers)
    {
        IEnumerable<string> read = SpokenNumbers.Of(text);

        Assert.All(numbers.Split(' '), number => Assert.Contains(number, read));
    }

    [Fact]
    public void Whatever_the_text_is_it_can_be_read() => Prop.ForAll(SampleConversations.Long.ToArbitrary(), text =>
    {
        Assert.All(WrittenNumbers.Of(text).Concat(SpokenNumbers.Of(text)), number => Assert.True(number.Length > 0 && char.IsAsciiDigit(number[0])));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_run_of_numerals_is_read_without_overflow() =>
        Assert.NotEmpty(SpokenNumbers.Of(string.Concat(Enumerable.Repeat("억만천", 5_000)) + string.Concat(Enumerable.Repeat(" nine thousand", 5_000))));
}
