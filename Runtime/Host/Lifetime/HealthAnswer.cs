namespace Workflows.Runtime.Host.Lifetime;

/// <summary>What a probe is told.</summary>
/// <param name="Status"><c>ok</c>, or why not, in words.</param>
internal sealed record HealthAnswer(string Status);
