using System.Text.Json;

namespace Workflows.Shared.Tests.PullRequestReview.BadAnswers;

public class BadAnswerTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    private static readonly Dictionary<string, BadAnswerCase> Cases = Directory
        .EnumerateFiles(Path.Combine(Folder, "cases"), "*.json").Order(StringComparer.Ordinal)
        .SelectMany(path => JsonSerializer.Deserialize<BadAnswerCase[]>(File.ReadAllText(path), Options)!)
        .ToDictionary(item => item.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "PullRequestReview", "BadAnswers");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bad_answer_ends_as_expected(string name)
    {
        var item = Cases[name];
        var review = new BadAnswerReview(item, File.ReadAllText(Path.Combine(Folder, "diffs", item.Diff + ".diff")));

        review.Run();

        if (item.Expect.ValueKind == JsonValueKind.String)
        {
            var expected = item.Expect.GetString()!;
            Assert.Contains(expected.StartsWith("repair: ", StringComparison.Ordinal) ? expected[8..] : expected, review.Error, StringComparison.Ordinal);
            return;
        }

        Assert.Null(review.Error);
        var findings = item.Expect.Deserialize<ExpectedFinding[]>(Options)!;
        Assert.Equal(findings.Select(finding => finding.ToString()), review.Findings.Select(review.Describe));
        Assert.All(findings.Zip(review.Findings), pair =>
        {
            Assert.Equal(pair.First.Title ?? pair.Second.Title, pair.Second.Title);
            Assert.Equal(pair.First.Confidence ?? pair.Second.Confidence, pair.Second.Confidence, 3);
            Assert.Equal(pair.First.Suggestion ?? pair.Second.Suggestion ?? "none", pair.Second.Suggestion ?? "none");
        });
    }

    [Fact]
    public void There_are_at_least_a_hundred_different_answers()
    {
        var answers = Cases.Values.Select(item => (item.Diff, item.Content?.GetRawText(), item.Reasoning?.GetRawText(),
            item.F5?.GetRawText(), item.V1?.GetRawText(), item.V2?.GetRawText(), item.V3?.GetRawText(), item.V4?.GetRawText()));

        Assert.True(answers.Distinct().Count() >= 100);
    }
}
