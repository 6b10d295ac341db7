using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Rules;

/// <summary>WF0002: an orchestrator draws no random values, and no hash codes that differ from process to process.</summary>
internal sealed class RandomnessRule : OrchestrationRule
{
    /// <summary>What is reported.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "WF0002",
        "An orchestrator must not use randomness",
        "'{0}' gives another value on a replay: use 'context.NewGuid()', or draw in an activity ({1})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Random values, new identifiers and hash codes seeded by the process differ when an orchestrator is replayed. The context's NewGuid gives the same values on every replay, and an activity's result is recorded.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override DiagnosticDescriptor Rule => Descriptor;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["System.Guid"] = "NewGuid CreateVersion7",
        ["System.Random"] = "*",
        ["System.Security.Cryptography.RandomNumberGenerator"] = "*",
        ["System.IO.Path"] = "GetRandomFileName",
        ["System.String"] = "GetHashCode",
        ["System.StringComparer"] = "GetHashCode",
        ["System.HashCode"] = "*",
        ["System.Runtime.CompilerServices.RuntimeHelpers"] = "GetHashCode",
    };
}
