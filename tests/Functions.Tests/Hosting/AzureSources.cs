using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workflows.Functions.Hosting;

/// <summary>The product's sources as the Azure Functions build takes them: each room against Microsoft's surface and the rooms below it, nothing of this repository's runtime.</summary>
internal static class AzureSources
{
    private const string ImplicitUsings =
        "global using System; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; global using System.Collections.Generic;";

    private const string Durable = "global using Microsoft.DurableTask; global using Microsoft.DurableTask.Client; global using Microsoft.DurableTask.Entities; global using Microsoft.Azure.Functions.Worker;";

    private const string App = "global using Microsoft.Azure.Functions.Worker.Builder;";

    /// <summary>Rooms from the lowest up, and what the build adds to each.</summary>
    private static readonly (string Room, string Usings)[] Rooms = [("Shared", ""), ("Activities", Durable), ("Orchestrations", Durable), ("Functions", Durable + App)];

    /// <summary>Implementations that source generators add; without them their partial methods have none.</summary>
    private static readonly string[] OfGenerators = ["CS8795", "CS9248"];

    private static readonly Lazy<MetadataReference[]> Host = new(() =>
    {
        MetadataReference[] platform = [.. Platform()];
        return [.. platform, ContractStubs.Compile(platform).ToMetadataReference()];
    });

    /// <summary>What the compiler finds wrong, a line a fault.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="edit">Changes each file's text.</param>
    public static IReadOnlyList<string> Faults(string root, Func<string, string> edit)
    {
        List<MetadataReference> references = [.. Host.Value];
        List<string> faults = [];
        foreach ((string room, string usings) in Rooms)
        {
            CSharpCompilation compilation = Compile(root, room, usings, references, edit);
            faults.AddRange(compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(fault => fault.Severity == DiagnosticSeverity.Error && !OfGenerators.Contains(fault.Id))
                .Select(fault => fault.ToString()));
            references.Add(compilation.ToMetadataReference());
        }

        return faults;
    }

    private static CSharpCompilation Compile(string root, string room, string usings, IEnumerable<MetadataReference> references, Func<string, string> edit)
    {
        CSharpParseOptions language = new(LanguageVersion.Preview);
        IEnumerable<SyntaxTree> trees = Directory.EnumerateFiles(Path.Combine(root, room), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin"]).Any() && !file.Contains(Path.Combine("Hosting", "Embedded"), StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(edit(File.ReadAllText(file)), language, file, cancellationToken: TestContext.Current.CancellationToken));
        SyntaxTree added = CSharpSyntaxTree.ParseText(ImplicitUsings + usings, language, $"{room}.Usings.cs", cancellationToken: TestContext.Current.CancellationToken);
        OutputKind kind = room == "Functions" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return CSharpCompilation.Create($"Workflows.{room}", [.. trees, added], references, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The framework and the packages that the tests run on, without this repository's assemblies.</summary>
    private static IEnumerable<MetadataReference> Platform() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(file => !Path.GetFileName(file).StartsWith("Workflows.", StringComparison.Ordinal) && Path.GetFileName(file) != "workflows.dll")
        .Select(file => MetadataReference.CreateFromFile(file));
}
