namespace Workflows.Simulator.Models;

/// <summary>What a model must know of a call to admit it.</summary>
/// <param name="Task">The task named in the prompt, or the kind of call.</param>
/// <param name="Digest">The request's digest.</param>
/// <param name="PromptTokens">The estimated tokens of the prompt.</param>
/// <param name="MaximumOutput">The output that the request allows, 0 when it does not say.</param>
/// <param name="HasResponseFormat">Whether the request asks for structured output.</param>
internal sealed record CallDescription(string Task, string Digest, int PromptTokens, int MaximumOutput, bool HasResponseFormat)
{
    /// <summary>The estimated tokens that have to be in the context together; by default those of the prompt.</summary>
    public int ContextTokens { get; init; } = PromptTokens;
}
