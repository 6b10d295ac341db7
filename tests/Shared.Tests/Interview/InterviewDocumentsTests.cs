using Workflows.Shared.Interview;

namespace Workflows.Shared.Tests.Interview;

public sealed class InterviewDocumentsTests
{
    private static readonly StageBrief Brief = new("Finds what the candidate knows of boats.", "Ask about boats.");

    [Fact]
    public void Both_documents_at_their_longest_are_at_most_sixteen_passages_that_hold_all_of_them()
    {
        string line = string.Concat(Enumerable.Repeat("A sentence of the document, which goes on. ", 480))[..20_000];

        IReadOnlyList<string> passages = InterviewDocuments.Passages(new InterviewSource { JobDescription = line, Resume = line, Stages = [] });

        Assert.InRange(passages.Count, 2, InterviewDocuments.MostPassages);
        Assert.Equal(Letters(line + line), Letters(string.Concat(passages).Replace("From the job description:", "", StringComparison.Ordinal).Replace("From the résumé:", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_shares_words_with_the_stage_comes_first() => Assert.Equal("boats and sails", InterviewDocuments.For(["letters", "boats and sails"], Brief, null, null)[0]);

    [Fact]
    public void Likeness_counts_beside_words() => Assert.Equal("vessels", InterviewDocuments.For(["letters", "vessels"], Brief, null, [0.1, 0.9])[0]);

    [Fact]
    public void Likeness_of_other_passages_counts_for_nothing() => Assert.Equal("boats and sails", InterviewDocuments.For(["letters", "boats and sails"], Brief, null, [0.9])[0]);

    [Fact]
    public void Without_documents_there_is_nothing() => Assert.Empty(InterviewDocuments.For(InterviewDocuments.Passages(new InterviewSource { Stages = [] }), Brief, "boats", null));

    private static int Letters(string text) => text.Count(char.IsLetter);
}
