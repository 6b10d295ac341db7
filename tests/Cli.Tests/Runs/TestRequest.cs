namespace Workflows.Cli.Tests.Runs;

/// <summary>What a server was asked.</summary>
internal sealed record TestRequest(string Line, string Body, string? Key, string? Continuation);
