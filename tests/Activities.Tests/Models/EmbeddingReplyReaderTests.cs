using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class EmbeddingReplyReaderTests
{
    private const string Whole = """{"object":"list","data":[{"index":0,"embedding":[0.5,-1e-3]},{"index":1,"embedding":"AACAPwAAAAA="}],"model":"m","usage":{"prompt_tokens":3}}""";

    private static readonly ModelSimilarity OneText = new() { Question = "q", Texts = ["t"] };

    [Fact]
    public void No_damage_to_a_list_makes_it_throw_or_lets_a_number_out_that_is_no_similarity()
    {
        var whole = Encoding.UTF8.GetBytes(Whole);
        var damage =
            from position in Gen.Choose(0, whole.Length - 1)
            from length in Gen.Choose(0, 12)
            from bytes in Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf()
            select (byte[])[.. whole.Take(position), .. bytes, .. whole.Skip(position + length)];

        Check.QuickThrowOnFailure(Prop.ForAll(damage.ToArbitrary(), Holds));
    }

    [Fact]
    public void No_text_in_place_of_a_value_makes_it_throw_or_lets_a_number_out_that_is_no_similarity()
    {
        var values = Gen.Elements("null", "0", "1", "-1", "1e999", "-1e308", "5e-324", "true", "{}", "[]", "[{}]", "\"x\"", "\"\\ud800\"", "\"AADAfwAAgD8=\"", "[1]", "[1,2]", "[0,0]", "[null,1]", "[[1],2]");
        var bodies =
            from index in values
            from first in values
            from second in values
            from number in values
            select $$$"""{"model":{{{number}}},"usage":{"prompt_tokens":{{{number}}}},"data":[{"index":{{{index}}},"embedding":{{{first}}}},{"embedding":{{{second}}}}]}""";
        var vectors =
            from one in values
            from two in values
            select $$$"""{"data":[{"embedding":[{{{one}}},{{{two}}}]},{"embedding":[{{{two}}},1]}]}""";

        Check.QuickThrowOnFailure(Prop.ForAll(Gen.OneOf(bodies, vectors).ToArbitrary(), body => Holds(Encoding.UTF8.GetBytes(body))));
    }

    private static bool Holds(byte[] body)
    {
        var reply = EmbeddingReplyReader.Read(body, out var error);
        if (reply is null)
        {
            return error is not null;
        }

        var outcome = SimilarityJudge.Judge(reply, OneText, new ModelSendOutcome { Status = ModelSendStatus.Failed });
        return outcome.Status == ModelSendStatus.Answered
            ? JsonSerializer.Deserialize<double[]>(outcome.Answer!) is [>= 0 and <= 1]
            : outcome is { Status: ModelSendStatus.Invalid, Error: not null, Answer: null };
    }
}
