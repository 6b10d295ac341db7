using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Workflows.Analyzers;

/// <summary>Compiles code as a project of the embedded build would and runs the analyzer over it.</summary>
internal static class Snippet
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    private const string DurableUsings = """
        global using Workflows.Durable;
        global using Workflows.Durable.Client;
        global using Workflows.Durable.Entities;
        global using Workflows.FunctionsWorker;
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not "Workflows.Orchestrations.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The findings in an orchestrator with these statements and, beside it, these members and types.</summary>
    public static Task<string[]> Orchestrator(string statements, string members = "", string types = "") => Code($$"""
        public static class Flow
        {
            public static async Task Run(TaskOrchestrationContext context)
            {
                await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                {{statements}}
            }

            {{members}}
        }

        {{types}}
        """);

    /// <summary>The findings in code, as <c>id message</c>, in the order of the text.</summary>
    public static Task<string[]> Code(params string[] sources) => Analyze("Snippet", Usings + DurableUsings, sources);

    /// <summary>The findings in code that does not use the embedded build's namespaces.</summary>
    public static Task<string[]> CodeOfOtherNamespaces(params string[] sources) => Analyze("Snippet", Usings, sources);

    /// <summary>The findings in the sources of a project of this repository.</summary>
    public static Task<string[]> Project(string assembly, IEnumerable<string> sources) => Analyze(assembly, Usings + DurableUsings, sources);

    private static async Task<string[]> Analyze(string assembly, string usings, IEnumerable<string> sources)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        CSharpParseOptions options = new(LanguageVersion.Preview);
        CSharpCompilation compilation = CSharpCompilation.Create(
            assembly,
            [.. sources.Prepend(usings).Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"{index:D3}.cs", cancellationToken: cancel))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics(cancel).Where(each => each.Severity == DiagnosticSeverity.Error).Select(each => each.ToString()));

        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(
            [new OrchestrationAnalyzer()],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (error, _, _) => Assert.Fail(error.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(cancel);
        return [.. found
            .OrderBy(each => each.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(each => each.Location.SourceSpan.Start)
            .Select(each => $"{each.Id} {each.GetMessage(null)}")];
    }
}
