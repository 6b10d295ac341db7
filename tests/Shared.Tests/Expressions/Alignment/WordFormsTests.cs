using Workflows.Shared.Expressions.Alignment;

namespace Workflows.Shared.Tests.Expressions.Alignment;

public sealed class WordFormsTests
{
    [Theory]
    [InlineData("looking", "look")]
    [InlineData("hoping", "hope")]
    [InlineData("stopped", "stop")]
    [InlineData("calling", "call")]
    [InlineData("pulled", "pull")]
    [InlineData("adding", "add")]
    [InlineData("travelling", "travel")]
    [InlineData("carries", "carry")]
    [InlineData("carried", "carry")]
    [InlineData("watches", "watch")]
    [InlineData("makes", "make")]
    [InlineData("goes", "go")]
    [InlineData("gave", "give")]
    [InlineData("was", "be")]
    [InlineData("leaves", "leave")]
    [InlineData("lying", "lie")]
    [InlineData("thing", "thing")]
    [InlineData("this", "this")]
    [InlineData("agreed", "agree")]
    [InlineData("miss", "miss")]
    [InlineData("need", "need")]
    [InlineData("us", "us")]
    public void A_form_is_of_its_word(string form, string word)
    {
        Assert.Contains(word, WordForms.Of(form));
        Assert.Equal(word, WordForms.BaseOf(form));
    }

    [Theory]
    [InlineData("used", "us")]
    [InlineData("bed", "b")]
    [InlineData("king", "k")]
    [InlineData("bus", "bu")]
    public void What_is_no_form_is_not(string word, string other) => Assert.DoesNotContain(other, WordForms.Of(word));
}
