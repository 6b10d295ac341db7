using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Workflows.Runtime.Contract.Tests;

namespace Workflows.Functions.Hosting;

/// <summary>
/// Makes of the contract list the surface of Microsoft's packages, without bodies: against it the sources of the Azure Functions build are compiled where the packages
/// cannot be had. What the list cannot tell (constraints of type parameters, nullability, where attributes may stand) is left open.
/// </summary>
internal static class ContractStubs
{
    private const int MostRounds = 20;

    /// <summary>The surface. Of a line that names what no reference has, only that line is missing.</summary>
    public static CSharpCompilation Compile(IEnumerable<MetadataReference> platform)
    {
        ContractList list = ContractList.Read();
        HashSet<string> without = [];
        for (int round = 0; round < MostRounds; round++)
        {
            StubText stub = StubText.Write(list, without);
            SyntaxTree tree = CSharpSyntaxTree.ParseText(stub.Text, new CSharpParseOptions(LanguageVersion.Preview), cancellationToken: TestContext.Current.CancellationToken);
            CSharpCompilation compilation = CSharpCompilation.Create("Microsoft.Stubs", [tree], platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            Diagnostic[] faults = [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(fault => fault.Severity == DiagnosticSeverity.Error)];
            if (faults.Length == 0)
            {
                return compilation;
            }

            int known = without.Count;
            without.UnionWith(faults.Select(fault => Blame(stub, fault)));
            Assert.True(without.Count > known, $"The contract list gives no surface that compiles: {faults[0]}");
        }

        throw new InvalidOperationException($"The contract list gives no surface that compiles after {MostRounds} rounds.");
    }

    /// <summary>What to leave out: a base of a type, or else the line.</summary>
    private static string Blame(StubText stub, Diagnostic fault)
    {
        TextSpan span = fault.Location.SourceSpan;
        int line = fault.Location.GetLineSpan().StartLinePosition.Line;
        string word = stub.Text.Substring(span.Start, span.Length);
        return stub.Lines[line].Bases.FirstOrDefault(name => name.Contains(word, StringComparison.Ordinal)) is { } named ? $"{stub.Lines[line].Origin} : {named}" : stub.Lines[line].Origin;
    }
}
