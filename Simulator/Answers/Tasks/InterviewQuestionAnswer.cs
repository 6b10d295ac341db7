using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>The next question of an interview: about a sentence of the last answer where the stage takes it up, else about one of the documents, in the words of what the stage asks for.</summary>
internal sealed class InterviewQuestionAnswer : ITaskAnswer
{
    private const int LongestExcerpt = 120;

    public IReadOnlyList<string> Tasks { get; } = ["interview-question"];

    public string SchemaName => "interview_question";

    public JsonObject Answer(string task, Prompt prompt)
    {
        bool korean = prompt.IsToBeKorean();
        string role = Excerpt.Of((prompt.Section("role") ?? "").ReplaceLineEndings(" "), LongestExcerpt);
        string name = Named(prompt.Section("stage"), "name: ") ?? "";
        string? said = Telling(prompt.Section("answer"));
        string? written = Telling(string.Join('\n', prompt.All("documents").Select(WithoutHead)));
        string question = (said, written, korean) switch
        {
            ({ } answer, _, false) => $"You said: \"{answer}\" With a view to {name.ToLowerInvariant()} in the role of {role}: can you go into that, with an example?",
            ({ } answer, _, true) => $"\"{answer}\"라고 하셨는데, {role} 직무의 {name} 관점에서 사례를 들어 더 자세히 말씀해 주시겠어요?",
            (_, { } document, false) => $"Your documents say: \"{document}\" What does that tell us about {name.ToLowerInvariant()} in the role of {role}?",
            (_, { } document, true) => $"제출하신 자료에 \"{document}\"라고 되어 있습니다. {role} 직무의 {name}과 관련해 설명해 주시겠어요?",
            (_, _, false) => $"Let us talk about {name.ToLowerInvariant()}: what should we know about you in the role of {role}?",
            _ => $"{name}에 대해 이야기해 보겠습니다. {role} 직무와 관련해 어떤 점을 말씀해 주시겠어요?",
        };
        return new JsonObject { ["question"] = Excerpt.Of(question, 600) };
    }

    private static string? Named(string? section, string label) =>
        section?.Split('\n').Where(line => line.StartsWith(label, StringComparison.Ordinal)).Select(line => line[label.Length..].Trim()).FirstOrDefault();

    private static string? Telling(string? text) => text is null ? null : Sentences.MostTelling(text, 1).Select(sentence => Excerpt.OfWords(sentence, LongestExcerpt)).FirstOrDefault();

    /// <summary>The first line names the document.</summary>
    private static string WithoutHead(string document) => document.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? document[(end + 1)..] : document;
}
