using Microsoft.CodeAnalysis;
using Workflows.Analyzers.Rules;

namespace Workflows.Analyzers.Graph;

/// <summary>A broken rule, if the code it stands in is reached from an orchestrator.</summary>
internal sealed class Finding(OrchestrationRule rule, string call, Location location)
{
    /// <summary>The rule.</summary>
    public OrchestrationRule Rule => rule;

    /// <summary>What breaks it, as its user writes it.</summary>
    public string Call => call;

    /// <summary>Where.</summary>
    public Location Location => location;

    /// <summary>Whether the other is the beginning of this one, as in <c>TimeProvider.System.GetUtcNow()</c>: one of the two is enough.</summary>
    public bool Covers(Finding other) =>
        other != this && other.Rule == rule && other.Location.SourceSpan.Start == location.SourceSpan.Start && other.Location.SourceSpan.Length < location.SourceSpan.Length;
}
