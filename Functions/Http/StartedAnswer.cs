namespace Workflows.Functions.Http;

/// <summary>What a start answers.</summary>
internal sealed record StartedAnswer(string Id, string StatusUrl);
