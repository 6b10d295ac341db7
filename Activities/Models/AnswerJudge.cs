using System.Globalization;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Decides whether a model's reply is an answer. A server's promise to follow the schema is never trusted.</summary>
internal static class AnswerJudge
{
    /// <summary>Longest part of a bad answer that is kept for its repair, in characters.</summary>
    public const int LongestRaw = 8_000;

    /// <summary>Properties that quote or name things of the input: their script is the input's.</summary>
    private static readonly string[] Quotations = ["quote", "path", "file"];

    public static ModelSendOutcome Judge(ChatReply reply, ModelCallRequest request, AnswerSchema? schema, ModelSendOutcome outcome)
    {
        if (schema is null)
        {
            return JudgeText(reply, request, outcome);
        }

        var reading = AnswerReader.Read(reply.Content, reply.Reasoning, schema);
        if (reading.Value is not { } answer)
        {
            var error = reply.FinishReason == "length"
                ? string.Create(CultureInfo.InvariantCulture, $"The answer was cut off at {request.MaxOutputTokens} tokens; answer more briefly.")
                : reading.Error;
            return outcome with { Status = ModelSendStatus.Invalid, Error = error, RawForRepair = Raw(reply) };
        }

        if (request.Language is { } language && ScriptCheck.IsWrongScript(AnswerText.Of(answer, Quotations), language, request.Prompt.User))
        {
            return InWrongScript(reply, language, outcome);
        }

        return outcome with { Status = ModelSendStatus.Answered, Answer = answer.GetRawText() };
    }

    private static ModelSendOutcome JudgeText(ChatReply reply, ModelCallRequest request, ModelSendOutcome outcome)
    {
        if (AnswerReader.ReadText(reply.Content) is not { } text)
        {
            return outcome with { Status = ModelSendStatus.Invalid, Error = "The answer is empty.", RawForRepair = Raw(reply) };
        }

        return request.Language is { } language && ScriptCheck.IsWrongScript(text, language, request.Prompt.User)
            ? InWrongScript(reply, language, outcome)
            : outcome with { Status = ModelSendStatus.Answered, Answer = text, IsCut = reply.FinishReason == "length" };
    }

    private static ModelSendOutcome InWrongScript(ChatReply reply, AnswerLanguage language, ModelSendOutcome outcome) => outcome with
    {
        Status = ModelSendStatus.Invalid,
        Error = $"The answer's texts are in the wrong script: every text is to be written in {language}; only quotations of the data stay as they are.",
        RawForRepair = Raw(reply),
    };

    private static string? Raw(ChatReply reply)
    {
        var text = string.IsNullOrWhiteSpace(reply.Content) ? reply.Reasoning : reply.Content;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Length <= LongestRaw ? text : text[..(char.IsHighSurrogate(text[LongestRaw - 1]) ? LongestRaw - 1 : LongestRaw)];
    }
}
