using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Activities.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class ChatReplyReaderTests
{
    [Fact]
    public void No_damage_to_a_completion_makes_it_throw()
    {
        var whole = Encoding.UTF8.GetBytes(ModelBench.Completion("""{"content":"a","reasoning_content":null}"""));
        var damage =
            from position in Gen.Choose(0, whole.Length - 1)
            from length in Gen.Choose(0, 12)
            from bytes in Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf()
            select (byte[])[.. whole.Take(position), .. bytes, .. whole.Skip(position + length)];

        Check.QuickThrowOnFailure(Prop.ForAll(damage.ToArbitrary(), body =>
        {
            var reply = ChatReplyReader.Read(body, out var error);
            return reply is null != error is null;
        }));
    }

    [Fact]
    public void No_text_in_place_of_a_value_makes_it_throw()
    {
        var values = Gen.Elements("null", "1", "-1", "1e999", "true", "{}", "[]", "[{}]", "\"x\"", "\"\\ud800\"", "{\"content\":5}", "{\"content\":[{\"text\":7}]}");
        var bodies =
            from choices in values
            from message in values
            from usage in values
            from model in values
            select $$$"""{"model":{{{model}}},"usage":{{{usage}}},"choices":[{"message":{{{message}}},"finish_reason":{{{choices}}}}],"system_fingerprint":{{{choices}}}}""";

        Check.QuickThrowOnFailure(Prop.ForAll(bodies.ToArbitrary(), body =>
        {
            var reply = ChatReplyReader.Read(Encoding.UTF8.GetBytes(body), out var error);
            return reply is null != error is null;
        }));
    }
}
