namespace Workflows.Functions.Interview;

/// <summary>What an answer is answered.</summary>
/// <param name="Id">The interview.</param>
/// <param name="Stage">The key of the stage that it is for.</param>
/// <param name="Status"><c>accepted</c>, or <c>already_accepted</c> for one that was given again.</param>
/// <param name="NextUrl">Where the next question is waited for.</param>
internal sealed record AnswerReceipt(string Id, string Stage, string Status, string NextUrl);
