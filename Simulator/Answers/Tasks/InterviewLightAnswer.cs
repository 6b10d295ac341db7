using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>The same in short.</summary>
internal sealed class InterviewLightAnswer : InterviewAnalysisAnswer
{
    public override IReadOnlyList<string> Tasks { get; } = ["interview-analysis-light"];

    public override string SchemaName => "interview_analysis_light";

    public override JsonObject Answer(string task, Prompt prompt)
    {
        string answer = prompt.Section("answer") ?? "";
        return new JsonObject
        {
            ["score"] = (Relevance(prompt, answer) + Specificity(answer) + 1) / 2,
            ["summary"] = Summary([.. Sentences.MostTelling(answer, 1).Select(sentence => Excerpt.OfWords(sentence, 160))], prompt.IsToBeKorean()),
        };
    }
}
