using Workflows.Shared.Debate;

namespace Workflows.Shared.Tests.Debate;

public sealed class ComplexityEstimateTests
{
    public static TheoryData<string, DebateRequest, int> Tasks => new()
    {
        { "nothing", Task("What is the capital?"), 2 },
        { "a long goal", Task(new string('a', 201)), 3 },
        { "a very long goal", Task(new string('a', 801)), 4 },
        { "two questions", Task("Why? When?"), 3 },
        { "four questions, full width", Task("왜？ 언제？ 누가？ 어디서？"), 4 },
        { "a plan", Task("Go") with { Plan = "one\ntwo" }, 3 },
        { "a blank plan", Task("Go") with { Plan = " " }, 2 },
        { "a long plan", Task("Go") with { Plan = "1\n2\n3\n4\n5\n6\n" }, 4 },
        { "a plan of five lines", Task("Go") with { Plan = "1\n2\n3\n4\n5\n" }, 3 },
        { "a long context", Task("Go") with { Context = new string('a', 2_001) }, 3 },
        { "four documents", Task("Go") with { Evidence = Documents(4) }, 3 },
        { "eleven documents", Task("Go") with { Evidence = Documents(11) }, 4 },
        { "a comparison", Task("Tea versus coffee"), 3 },
        { "비교", Task("두 방법을 비교하라"), 3 },
        { "a design", Task("Design the cache"), 3 },
        { "설계", Task("캐시를 설계하라"), 3 },
        { "all at once", Task(new string('a', 900) + " compare design ????") with { Plan = "1\n2\n3\n4\n5\n6", Context = new string('a', 2_001), Evidence = Documents(11) }, 10 },
    };

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Each_sign_counts_one(string sign, DebateRequest request, int complexity) => Assert.Equal((sign, complexity), (sign, ComplexityEstimate.Of(request)));

    private static DebateRequest Task(string goal) => new() { Goal = goal };

    private static EvidenceDocument[] Documents(int count) => [.. Enumerable.Range(0, count).Select(i => new EvidenceDocument { Id = $"d{i}", Text = "x" })];
}
