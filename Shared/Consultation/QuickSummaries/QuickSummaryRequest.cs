namespace Workflows.Shared.Consultation;

/// <summary>A conversation to summarize at once; checked, but hostile.</summary>
/// <param name="ConsultationId">The caller's id.</param>
/// <param name="ConversationText">The conversation.</param>
public sealed record QuickSummaryRequest(string ConsultationId, string ConversationText);
