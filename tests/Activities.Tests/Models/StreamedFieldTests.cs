using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Activities.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class StreamedFieldTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("{\"que", "")]
    [InlineData("{\"question\"", "")]
    [InlineData("{\"question\": ", "")]
    [InlineData("{ \"question\" : \"Wh", "Wh")]
    [InlineData("{\"question\":\"Why?\"}", "Why?")]
    [InlineData("{\"question\":\"Why?\",\"other\":\"x\"}", "Why?")]
    [InlineData("{\"question\":\"a \\", "a ")]
    [InlineData("{\"question\":\"a \\u00", "a ")]
    [InlineData("{\"question\":\"\\uC65C \\\"\\n", "왜 \"\n")]
    [InlineData("{\"question\":\"\\uD83D", "")]
    [InlineData("{\"question\":42", "")]
    [InlineData("<think>{\"question\":\"no\"}", "")]
    [InlineData("<think>{\"question\":\"no\"}</think>{\"question\":\"yes", "yes")]
    [InlineData("```json\n{\"question\":\"Why", "Why")]
    public void As_much_is_read_as_is_there(string content, string text) => Assert.Equal(text, StreamedField.Read(content, "question"));

    [Fact]
    public void Of_a_whole_answer_all_is_read_and_every_beginning_of_it_is_a_beginning() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        drawn =>
        {
            string text = JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(drawn.Get.Replace("\b", "", StringComparison.Ordinal).Replace("\f", "", StringComparison.Ordinal)))!;
            string content = JsonSerializer.Serialize(new { question = text });
            string whole = StreamedField.Read(content, "question");
            return whole == text && Enumerable.Range(0, content.Length).All(length => whole.StartsWith(StreamedField.Read(content[..length], "question"), StringComparison.Ordinal));
        }));
}
