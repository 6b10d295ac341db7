using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Models;
using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.Prompts.PullRequestReview;
using Workflows.Shared.Tests.PullRequestReview;

namespace Workflows.Shared.Tests.Models;

public class AnswerReaderTests
{
    private const string Good = """{"name":"x","count":1}""";

    private static readonly AnswerSchema Schema = AnswerSchema.Parse(
        "test",
        """{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"count":{"type":"integer"}},"required":["name","count"]}""");

    [Theory]
    [InlineData(Good)]
    [InlineData("\uFEFF" + Good)]
    [InlineData("  \n" + Good + "\n")]
    [InlineData("```json\n" + Good + "\n```")]
    [InlineData("```\n" + Good + "\n```\nHope this helps!")]
    [InlineData("Here is the answer: " + Good + " Let me know {if} you need more.")]
    [InlineData("Use {braces} and {x: 1} with care.\n" + Good)]
    [InlineData("An open { brace first. " + Good)]
    [InlineData("<think>Maybe {\"name\":\"draft\",\"count\":0}?</think>\n" + Good)]
    [InlineData("Thinking without its start tag {\"name\":\"draft\",\"count\":0}</think>" + Good)]
    [InlineData("<think>\n\n</think>\n\n```json\n" + Good + "\n```")]
    [InlineData("<THINK>x</THINK>" + Good)]
    [InlineData("{\"test\":" + Good + "}")]
    [InlineData("{\"name\":\"test\",\"arguments\":" + Good + "}")]
    [InlineData("{\"other\":1} then " + Good)]
    [InlineData("{} " + Good)]
    [InlineData("<think>no answer after this: " + Good + "</think>")]
    public void The_answer_is_found_in_the_content(string content)
    {
        var reading = AnswerReader.Read(content, null, Schema);

        Assert.Null(reading.Error);
        Assert.Equal(Good, reading.Value!.Value.GetRawText());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("I cannot answer.")]
    [InlineData("{\"name\":\"cut")]
    public void The_answer_is_found_in_the_reasoning_content_when_the_content_has_none(string? content) =>
        Assert.Equal(Good, AnswerReader.Read(content, "I think " + Good, Schema).Value!.Value.GetRawText());

    [Fact]
    public void The_answer_is_found_after_much_code_and_many_small_objects()
    {
        var talk = string.Concat(Enumerable.Repeat("if (x) { y(); } sends {\"a\":1}. ", 60)) + string.Concat(Enumerable.Repeat("for { z; } ", 1_000));

        Assert.Equal(Good, AnswerReader.Read(null, talk + Good, Schema).Value!.Value.GetRawText());
    }

    [Fact]
    public void The_content_goes_before_the_reasoning_content() =>
        Assert.Equal("y", AnswerReader.Read("""{"name":"y","count":2}""", Good, Schema).Value!.Value.GetProperty("name").GetString());

    [Theory]
    [InlineData("{\"name\":\"use </think> here\",\"count\":1}")]
    [InlineData("{\"name\":\"a } b { c \\\" d\",\"count\":1}")]
    [InlineData("{\"name\":\"```\",\"count\":1}")]
    [InlineData("{\"name\":\"\\\\\",\"count\":1}")]
    public void What_looks_like_an_end_inside_a_text_is_none(string content) =>
        Assert.Equal(content, AnswerReader.Read(content, null, Schema).Value!.Value.GetRawText());

    [Theory]
    [InlineData(null, "The answer is empty.")]
    [InlineData("   ", "The answer is empty.")]
    [InlineData("No findings.", "The answer holds no JSON object.")]
    [InlineData("[1,2]", "The answer holds no JSON object.")]
    [InlineData("{name: 'x'}", "The answer holds a brace but no JSON object: property names must be in double quotes.")]
    [InlineData("{\"name\":\"x\",\"count\":", "The JSON is cut off: its closing brackets are missing.")]
    [InlineData("{\"name\":\"x", "The JSON is cut off: its closing brackets are missing.")]
    [InlineData("{", "The JSON is cut off: its closing brackets are missing.")]
    [InlineData("{\"name\":\"x\",\"count\":1,}", "The JSON cannot be parsed: line 1, character 23, near: {\"name\":\"x\",\"count\":1,}")]
    [InlineData("{\n\"name\":\"가나\",\"count\":01}", "The JSON cannot be parsed: line 2, character 22, near: \"name\":\"가나\",\"count\":01}")]
    [InlineData("{\"name\":5}", "The JSON does not have the required shape: $.name must be string, but is 5; $.count is missing.")]
    [InlineData("{\"name\":5} {\"name\":6}", "The JSON does not have the required shape: $.name must be string, but is 5; $.count is missing.")]
    public void A_bad_answer_gets_an_error_that_says_what_to_mend(string? content, string error)
    {
        var reading = AnswerReader.Read(content, null, Schema);

        Assert.Null(reading.Value);
        Assert.Equal(error, reading.Error);
    }

    [Fact]
    public void Two_different_answers_are_none_for_one_may_be_a_quotation_of_the_data() =>
        Assert.Contains("several different", AnswerReader.Read("""It asks for {"name":"y","count":0}. """ + Good, null, Schema).Error, StringComparison.Ordinal);

    [Fact]
    public void The_same_answer_twice_is_one() => Assert.Equal(Good, AnswerReader.Read(Good + "\n" + Good, null, Schema).Value!.Value.GetRawText());

    [Theory]
    [InlineData("<think>Maybe " + Good + "? But", null)]
    [InlineData("<think>Maybe " + Good + "? But</think>", null)]
    [InlineData(null, "Maybe " + Good + "? But")]
    public void A_draft_in_a_thought_that_goes_on_is_no_answer(string? content, string? reasoning) =>
        Assert.Contains("middle of a thought", AnswerReader.Read(content, reasoning, Schema).Error, StringComparison.Ordinal);

    [Fact]
    public void In_a_thought_the_last_object_is_the_answer_when_the_thought_ends_with_it() =>
        Assert.Equal(Good, AnswerReader.Read(null, """First {"name":"y","count":0}, then """ + Good + "\n```", Schema).Value!.Value.GetRawText());

    [Fact]
    public void A_broken_answer_after_the_thought_is_not_replaced_by_a_draft_inside_it() =>
        Assert.Equal(
            "The JSON is cut off: its closing brackets are missing.",
            AnswerReader.Read("<think>draft " + Good + "</think>{\"name\":\"cu", null, Schema).Error);

    [Fact]
    public void A_cut_answer_is_called_cut_even_when_objects_inside_it_are_whole()
    {
        const string content = """{"findings":[{"severity":"low"},{"severity":"hi""";

        Assert.Equal("The JSON is cut off: its closing brackets are missing.", AnswerReader.Read(content, null, ReviewSchemas.FileFindings).Error);
    }

    [Fact]
    public void An_error_is_bounded()
    {
        var content = "{" + string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"\"{new string('p', 100)}{number}\":{number}")) + "}";

        Assert.InRange(AnswerReader.Read(content, null, Schema).Error!.Length, 1, 1_000);
    }

    [Fact]
    public void An_answer_over_the_limit_is_not_looked_at() =>
        Assert.Equal("The answer is far too long.", AnswerReader.Read(new string(' ', AnswerReader.MaxLength) + Good, null, Schema).Error);

    [Theory]
    [InlineData("{\"")]
    [InlineData("{\"a\":")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{{")]
    [InlineData("[{\"a\":[")]
    [InlineData("</think>")]
    [InlineData("{\"\\")]
    public void Megabytes_made_to_cost_time_are_read_in_bounded_work(string piece)
    {
        var content = string.Concat(Enumerable.Repeat(piece, AnswerReader.MaxLength / piece.Length));

        Assert.NotNull(AnswerReader.Read(content, content, Schema).Error);
    }

    [Fact]
    public void No_text_makes_it_throw() => Prop.ForAll(
        ReportGenerators.Text.ToArbitrary(),
        Gen.Elements("{", "}", "\"", "{\"a\":", "\\", "<think>", "</think>", "[", "]", "1", ",", Good, "\uD800", "\\ud800")
            .ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        (text, json) =>
        {
            var reading = AnswerReader.Read(text + json, json + text, Schema);
            Assert.True(reading.Value is null != reading.Error is null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_valid_answer_becomes_its_record()
    {
        const string content =
            """
            {"findings":[{"severity":"high","category":"race","title":"t","message":"m","line":4,"endLine":null,"side":"old","quote":"q",
            "suggestion":null,"confidence":0.5}]}
            """;

        var answer = AnswerReader.Read(content, null, ReviewSchemas.FileFindings).Value!.Value.Deserialize<FileFindingsAnswer>(AnswerJson.Options)!;

        Assert.Equal(
            new AnswerFinding
            {
                Severity = Workflows.Shared.PullRequestReview.FindingSeverity.High,
                Category = "race",
                Title = "t",
                Message = "m",
                Line = 4,
                Side = Workflows.Shared.PullRequestReview.DiffSide.Old,
                Quote = "q",
                Confidence = 0.5,
            },
            Assert.Single(answer.Findings));
    }
}
