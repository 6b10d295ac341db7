using System.Text.Json;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Models;

public class AnswerTextTests
{
    [Fact]
    public void It_holds_the_texts_without_names_numbers_and_quotations() => Assert.Equal(
        "t\nm\nr\n",
        AnswerText.Of(JsonElement.Parse("""{"findings":[{"title":"t","line":3,"quote":"数据","message":"m"}],"reasons":["r",null]}"""), "quote", "path"));

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm() =>
        Assert.Equal("\na\n", AnswerText.Of(JsonElement.Parse("""["\ud800","a"]""")));
}
