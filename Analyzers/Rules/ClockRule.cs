using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Rules;

/// <summary>WF0001: an orchestrator reads no clock.</summary>
internal sealed class ClockRule : OrchestrationRule
{
    /// <summary>What is reported.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "WF0001",
        "An orchestrator must not read a clock",
        "'{0}' reads a clock, and a replay would read another time: use 'context.CurrentUtcDateTime' ({1})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An orchestrator is run again from its history. Time that it reads from the machine differs at each run, so that it may decide otherwise than before. The context's CurrentUtcDateTime is recorded and the same on every replay.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override DiagnosticDescriptor Rule => Descriptor;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["System.DateTime"] = "Now UtcNow Today",
        ["System.DateTimeOffset"] = "Now UtcNow",
        ["System.Diagnostics.Stopwatch"] = "*",
        ["System.Environment"] = "TickCount TickCount64",
        ["System.TimeProvider"] = "GetUtcNow GetLocalNow GetTimestamp GetElapsedTime System",
    };
}
