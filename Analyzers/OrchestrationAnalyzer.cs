using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Workflows.Analyzers.Graph;
using Workflows.Analyzers.Rules;

namespace Workflows.Analyzers;

/// <summary>
/// Finds what an orchestrator must not do: whatever differs between the first run and a replay. Orchestrator code is every method, lambda and
/// local function that takes a <c>TaskOrchestrationContext</c> or an <c>[OrchestrationTrigger]</c>, every class that is a
/// <c>TaskOrchestrator</c>, and all that these reach in the same assembly. Code of referenced assemblies is not followed; entities and activities are free.
/// The rules look at each body once; the findings are reported at the end of the compilation, when it is known what is reached.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OrchestrationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ClockRule.Descriptor,
        RandomnessRule.Descriptor,
        DelayRule.Descriptor,
        ThreadRule.Descriptor,
        InputOutputRule.Descriptor,
        EnvironmentRule.Descriptor,
        ConfigureAwaitRule.Descriptor,
        ForeignTaskRule.Descriptor,
        StaticStateRule.Descriptor,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
        {
            throw new ArgumentNullException(nameof(context));
        }

        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (!DurableTypes.AreKnownTo(context.Compilation))
        {
            return;
        }

        RuleBook rules = new(context.Compilation.Assembly);
        CodeMap map = new();
        context.RegisterOperationBlockAction(block => UnitWalker.Walk(block, map, rules));
        context.RegisterCompilationEndAction(end => new Reach(map, end.Compilation.Assembly).Report(end.ReportDiagnostic, end.CancellationToken));
    }
}
