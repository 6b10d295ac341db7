using Workflows.Simulator.Answers;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator;

/// <summary>Turns a good answer into what the call's faults and its output limit make of it.</summary>
internal static class AnswerFaults
{
    public static ChatAnswer Apply(CallLease lease, ChatRequest request, Answer answer)
    {
        var text = lease.Has(FaultKind.Chinese) ? ChineseText.Of(answer) : answer.ToText();
        if (lease.Has(FaultKind.EmptyContent))
        {
            text = "";
        }
        else if (lease.Has(FaultKind.BrokenJson))
        {
            text = text[..(text.Length / 2)];
        }
        else if (lease.Has(FaultKind.FencedJson))
        {
            text = $"Here is the result you asked for:\n\n```json\n{text}\n```\n\nTell me when more is needed.";
        }

        var finish = "stop";
        if (request.MaximumOutput is { } maximum && TokenCount.Of(text) > maximum)
        {
            text = Shorten(text, maximum);
            finish = "length";
        }

        var inReasoning = lease.Has(FaultKind.JsonInReasoning);
        return new ChatAnswer(inReasoning ? null : text, inReasoning ? text : null, finish, lease.Call.PromptTokens, TokenCount.Of(text));
    }

    private static string Shorten(string text, int tokens)
    {
        var (low, high) = (0, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = TokenCount.Of(text.AsSpan(0, middle)) <= tokens ? (middle, high) : (low, middle - 1);
        }

        return text[..(low > 0 && char.IsHighSurrogate(text[low - 1]) ? low - 1 : low)];
    }
}
