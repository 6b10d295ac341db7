using Workflows.Simulator.Answers.Dialogues;

namespace Workflows.Simulator.Tests.Answers.Dialogues;

public class TermsTests
{
    [Theory]
    [InlineData("요금이 나왔어요. 요금을 내고 요금은 비싸요.", "요금")]
    [InlineData("The refund is late. A refund, please: refund!", "refund")]
    public void The_word_that_comes_most_is_first_without_its_particles(string text, string term) => Assert.Equal(term, Terms.Of(text, 1).Single());

    [Fact]
    public void Courtesies_verbs_and_numbers_are_no_terms() => Assert.Empty(Terms.Of("안녕하세요 감사합니다 있습니다 확인했습니다 33,000원 hello thank you", 5));

    [Fact]
    public void Every_term_stands_in_the_text()
    {
        const string Text = "택배가 대전 허브에서 멈춰서 택배 기사에게 문의하고 대전 허브로 전화했어요";

        Assert.All(Terms.Of(Text, 10), term => Assert.Contains(term, Text, StringComparison.Ordinal));
    }
}
