using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;

namespace Workflows.Shared.Consultation;

/// <summary>What a quick summary is made from: the conversation, read once.</summary>
public sealed class QuickSummarySource
{
    private readonly RatedTurns _turns;

    /// <summary>Reads a conversation.</summary>
    public QuickSummarySource(string conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        _turns = new RatedTurns(ConversationTurns.Read(conversation));
        Language = ConversationLanguage.Of(conversation);
        Excerpt = _turns.Turns.Count == 0 ? "" : ConversationExcerpt.Of(_turns, Language);
    }

    /// <summary>The language it is held in.</summary>
    public AnswerLanguage Language { get; }

    /// <summary>At most 500 characters of it: the request, the outcome, and what tells most.</summary>
    public string Excerpt { get; }

    /// <summary>A summary without a model.</summary>
    public string Extract() => ExtractiveSummary.Of(_turns, Language);
}
