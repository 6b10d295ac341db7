namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>What one model's part in it was.</summary>
internal sealed record ModelCostAnswer(string? Model, string Pool, long Calls, long PromptTokens, long CompletionTokens, double Seconds, decimal? Price);
