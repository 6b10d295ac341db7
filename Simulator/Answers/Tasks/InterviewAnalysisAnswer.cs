using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>The analysis of an answer of an interview, by what can be counted: words, numbers, sentences, and words shared with the question.</summary>
internal class InterviewAnalysisAnswer : ITaskAnswer
{
    private const int LongestExcerpt = 160;

    public virtual IReadOnlyList<string> Tasks { get; } = ["interview-analysis"];

    public virtual string SchemaName => "interview_analysis";

    public virtual JsonObject Answer(string task, Prompt prompt)
    {
        bool korean = prompt.IsToBeKorean();
        string answer = prompt.Section("answer") ?? "";
        int relevance = Relevance(prompt, answer);
        int specificity = Specificity(answer);
        int structure = Structure(answer);
        int fit = Math.Clamp((relevance + specificity + 1) / 2, 1, 5);
        List<string> telling = [.. Sentences.MostTelling(answer, 2).Select(sentence => Excerpt.OfWords(sentence, LongestExcerpt))];
        return new JsonObject
        {
            ["score"] = (relevance + specificity + structure + fit + 2) / 4,
            ["relevance"] = relevance,
            ["specificity"] = specificity,
            ["structure"] = structure,
            ["roleFit"] = fit,
            ["summary"] = Summary(telling, korean),
            ["strengths"] = new JsonArray([.. (specificity >= 3 ? telling.Take(1) : []).Select(sentence => JsonValue.Create(sentence))]),
            ["concerns"] = new JsonArray([.. (specificity < 3 ? [korean ? "구체적인 사실이나 수치가 적습니다." : "It names few facts or numbers."] : Array.Empty<string>()).Select(text => JsonValue.Create(text))]),
        };
    }

    /// <summary>What all rubrics say of an answer.</summary>
    protected static string Summary(IReadOnlyList<string> telling, bool korean) => (telling.Count, korean) switch
    {
        (0, true) => "모의 분석: 답변에 내용이 없습니다.",
        (0, false) => "Simulated analysis: the answer says nothing.",
        (_, true) => $"모의 분석: 답변의 핵심은 \"{telling[0]}\"입니다.",
        _ => $"Simulated analysis: the answer comes down to \"{telling[0]}\"",
    };

    /// <summary>Words that the answer shares with the question, from 1 to 5.</summary>
    protected static int Relevance(Prompt prompt, string answer) => Math.Clamp(2 + (int)(WordSet.Share(prompt.Section("question") ?? "", answer) * 6), 1, 5);

    /// <summary>Words and numbers, from 1 to 5.</summary>
    protected static int Specificity(string answer) => Math.Clamp(1 + (answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length / 15) + answer.Count(char.IsAsciiDigit), 1, 5);

    private static int Structure(string answer) => Math.Clamp(1 + Sentences.Of(answer).Count, 1, 5);
}
