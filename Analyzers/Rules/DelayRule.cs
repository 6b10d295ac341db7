using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Workflows.Analyzers.Rules;

/// <summary>WF0003: an orchestrator waits with durable timers only.</summary>
internal sealed class DelayRule : OrchestrationRule
{
    /// <summary>What is reported.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "WF0003",
        "An orchestrator must not wait on the machine's timers",
        "'{0}' waits on the machine's timer, which no history records: use 'context.CreateTimer' ({1})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A delay of the machine is lost when the process ends, ends at another moment on a replay, and resumes the orchestrator outside its turn. A durable timer survives restarts and is recorded.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static readonly HashSet<string> Spans = new(StringComparer.Ordinal) { "TimeSpan", "Int32", "UInt32", "Int64" };

    /// <inheritdoc/>
    public override DiagnosticDescriptor Rule => Descriptor;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["System.Threading.Tasks.Task"] = "Delay",
        ["System.Threading.Tasks.TimeProviderTaskExtensions"] = "*",
        ["System.Threading.Thread"] = "Sleep SpinWait",
        ["System.Threading.SpinWait"] = "*",
        ["System.Threading.Timer"] = "*",
        ["System.Threading.ITimer"] = "*",
        ["System.Threading.PeriodicTimer"] = "*",
        ["System.Timers.Timer"] = "*",
        ["System.TimeProvider"] = "CreateTimer",
        ["System.Threading.CancellationTokenSource"] = "CancelAfter",
    };

    /// <inheritdoc/>
    public override string? Judge(IOperation operation, IAssemblySymbol assembly) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "WaitAsync", ContainingType: { Name: "Task" } type } method }
            when TypeNames.NamespaceOf(type) == "System.Threading.Tasks" && TakesSpan(method) => TypeNames.Call(method),
        IObjectCreationOperation { Constructor: { ContainingType: { Name: "CancellationTokenSource" } type } constructor }
            when TypeNames.NamespaceOf(type) == "System.Threading" && TakesSpan(constructor) => TypeNames.Call(constructor),
        _ => null,
    };

    private static bool TakesSpan(IMethodSymbol method) => method.Parameters.Any(parameter => Spans.Contains(parameter.Type.Name));
}
