using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Workflows.Analyzers.Rules;

/// <summary>WF0007: an orchestrator stays with its scheduler.</summary>
internal sealed class ConfigureAwaitRule : OrchestrationRule
{
    /// <summary>What is reported.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "WF0007",
        "An orchestrator must not leave its scheduler",
        "'{0}' lets the orchestrator go on outside its scheduler: await the task itself ({1})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What follows an await has to run within the orchestrator's turn. ConfigureAwait(false) moves it to the thread pool, where the context may no longer be used.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private const int ContinueOnCapturedContext = 1;

    /// <inheritdoc/>
    public override DiagnosticDescriptor Rule => Descriptor;

    /// <inheritdoc/>
    public override string? Judge(IOperation operation, IAssemblySymbol assembly)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "ConfigureAwait", ContainingType: { } type } } invocation
            || !TypeNames.NamespaceOf(type).StartsWith("System.Threading.Tasks", StringComparison.Ordinal))
        {
            return null;
        }

        IOperation choice = invocation.Arguments[invocation.Arguments.Length - 1].Value;
        bool stays = choice.ConstantValue is { HasValue: true, Value: { } value }
            && (value is true || (value is int options && (options & ContinueOnCapturedContext) != 0));
        return stays ? null : $"ConfigureAwait({choice.Syntax})";
    }
}
