using Workflows.Shared.Text;

namespace Workflows.Shared.Interview;

/// <summary>Finds in job description and résumé what bears on a stage.</summary>
public static class InterviewDocuments
{
    /// <summary>The most passages of both documents together.</summary>
    public const int MostPassages = 16;

    private const int ShortestPassage = 800;
    private const int MostOfAStage = 4;

    /// <summary>The passages of both documents, marked with the document they are from: cut so that there are no more than <see cref="MostPassages"/>.</summary>
    /// <param name="source">The documents.</param>
    public static IReadOnlyList<string> Passages(InterviewSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        int length = (source.JobDescription?.Length ?? 0) + (source.Resume?.Length ?? 0);

        // A passage ends at most by half before its longest, so this leaves room for every cut.
        int longest = Math.Max(ShortestPassage, (length * 2 / (MostPassages - 2)) + 1);
        return [.. Cut("job description", source.JobDescription, longest).Concat(Cut("résumé", source.Resume, longest)).Take(MostPassages)];
    }

    /// <summary>The passages that bear most on a stage, best first: by their likeness where there is one, else by the words that they share with the stage and with the last answer.</summary>
    /// <param name="passages">All passages.</param>
    /// <param name="brief">The stage.</param>
    /// <param name="lastAnswer">What the question takes up; null: nothing.</param>
    /// <param name="likeness">How like each passage is to the stage; null: it was not compared.</param>
    public static IReadOnlyList<string> For(IReadOnlyList<string> passages, StageBrief brief, string? lastAnswer, IReadOnlyList<double>? likeness)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(brief);
        IReadOnlyList<double> words = TextRanking.Score($"{brief.Purpose}\n{brief.Prompt}\n{lastAnswer}", passages);
        IReadOnlyList<double> scores = likeness?.Count == passages.Count ? Both(words, likeness) : words;
        return [.. Enumerable.Range(0, passages.Count).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(MostOfAStage).Select(i => passages[i])];
    }

    private static double[] Both(IReadOnlyList<double> words, IReadOnlyList<double> likeness)
    {
        double most = Math.Max(words.DefaultIfEmpty().Max(), double.Epsilon);
        return [.. words.Zip(likeness, (word, like) => (word / most) + like)];
    }

    private static IEnumerable<string> Cut(string document, string? text, int longest) => TextPassages.Of(text ?? "", longest).Select(passage => $"From the {document}:\n{passage}");
}
