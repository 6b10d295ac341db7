namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>What an instance and all below it have cost.</summary>
internal sealed record CostAnswer(
    long Calls, long PromptTokens, long CompletionTokens, double Seconds, decimal? Price, bool Complete, IReadOnlyList<ModelCostAnswer> Models);
