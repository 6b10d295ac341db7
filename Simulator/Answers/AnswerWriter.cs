using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Schemas;
using Workflows.Simulator.Answers.Tasks;
using Workflows.Simulator.Answers.Texts;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Answers;

/// <summary>Answers a prompt from its own content. The same prompt and format always give the same answer.</summary>
internal static class AnswerWriter
{
    private const int SummarySentences = 3;

    /// <summary>The answer to a request.</summary>
    public static Answer Write(Prompt prompt, ChatRequest request)
    {
        var json = TaskAnswers.Find(prompt, request.SchemaName) is { } found ? found.Answerer.Answer(found.Task, prompt) : null;
        if (request.Schema is { } schema)
        {
            return new Answer(new SchemaFit(schema, Sentences.Of(prompt.UserText)).Fit(json), null);
        }

        if (json is not null)
        {
            return new Answer(json, null);
        }

        var text = prompt.Task == QuickSummaryAnswer.Task ? QuickSummaryAnswer.Write(prompt) : Summary(prompt.UserText);
        return request.HasResponseFormat ? new Answer(new JsonObject { ["answer"] = text }, null) : new Answer(null, text);
    }

    private static string Summary(string text)
    {
        var telling = Sentences.MostTelling(text, SummarySentences);
        return telling.Count > 0 ? string.Join(' ', telling) : "Nothing was said that could be answered.";
    }
}
