namespace Workflows.Simulator.Protocol;

/// <summary>What a simulated model says, after its faults were applied.</summary>
/// <param name="Content">The content, or null when the answer went elsewhere.</param>
/// <param name="Reasoning">The <c>reasoning_content</c>, when there is one.</param>
/// <param name="FinishReason"><c>stop</c> or <c>length</c>.</param>
/// <param name="PromptTokens">The estimated tokens of the prompt.</param>
/// <param name="CompletionTokens">The estimated tokens of the answer.</param>
internal sealed record ChatAnswer(string? Content, string? Reasoning, string FinishReason, int PromptTokens, int CompletionTokens);
