using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Rules;

/// <summary>WF0006: an orchestrator decides by its input, not by the machine or the settings it happens to run under.</summary>
internal sealed class EnvironmentRule : OrchestrationRule
{
    /// <summary>What is reported.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "WF0006",
        "An orchestrator must not read the environment or settings",
        "'{0}' depends on the machine, the process or its settings, which may have changed at a replay: pass it in the input or read it in an activity ({1})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An orchestration may be replayed days later, by a new version, on another machine. What it knows of its surroundings has to come with its input or from an activity, whose result is recorded.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override DiagnosticDescriptor Rule => Descriptor;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["System.Environment"] = "-NewLine",
        ["System.DateTime"] = "ToLocalTime",
        ["System.DateTimeOffset"] = "ToLocalTime LocalDateTime",
        ["System.TimeZoneInfo"] = "Local",
        ["System.TimeProvider"] = "LocalTimeZone",
        ["System.AppContext"] = "*",
        ["System.Runtime.InteropServices.RuntimeInformation"] = "*",
        ["Microsoft.Extensions.Configuration.IConfiguration"] = "*",
        ["Microsoft.Extensions.Configuration.ConfigurationBinder"] = "*",
        ["Microsoft.Extensions.Configuration.ConfigurationExtensions"] = "*",
        ["Microsoft.Extensions.Options.IOptionsMonitor"] = "*",
    };
}
