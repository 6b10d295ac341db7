using System.Text;
using Workflows.Runtime.Contract.Tests;

namespace Workflows.Functions.Hosting;

/// <summary>The contract list as C#, a line of it on a line of the text.</summary>
internal sealed class StubText
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.Collections.Immutable; global using System.Collections.Specialized; global using System.IO;
        global using System.Net; global using System.Net.Http; global using System.Net.Http.Headers; global using System.Reflection; global using System.Security.Claims; global using System.Text; global using System.Text.Json;
        global using System.Threading; global using System.Threading.Tasks; global using Azure.Core.Serialization; global using Microsoft.AspNetCore.Http; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Diagnostics.Metrics; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging; global using Microsoft.Extensions.Primitives;
        """;

    private readonly StringBuilder _text = new();
    private readonly List<(string Origin, IReadOnlyList<string> Bases)> _lines = [];
    private readonly HashSet<string> _without;

    private StubText(HashSet<string> without) => _without = without;

    public string Text => _text.ToString();

    /// <summary>Where each line of the text is from, and the bases that it names.</summary>
    public IReadOnlyList<(string Origin, IReadOnlyList<string> Bases)> Lines => _lines;

    public static StubText Write(ContractList list, HashSet<string> without)
    {
        StubText stub = new(without);
        foreach (string line in Usings.Split('\n').Select(line => line.Trim()))
        {
            stub.Add(line, line);
        }

        foreach (string name in list.Types.Select(type => type.Namespace).Distinct())
        {
            stub.Add($"global using {name};", name);
        }

        foreach (string name in list.Types.Select(type => type.Namespace).Distinct())
        {
            stub.Add($"namespace {name} {{", name);
            string[] types = [.. list.Types.Where(type => type.Namespace == name).Select(type => type.Type).Distinct()];
            foreach (string type in types.Where(type => !types.Any(outer => type.StartsWith(outer + ".", StringComparison.Ordinal))))
            {
                stub.AddType(list, type, name, types);
            }

            stub.Add("}", name);
        }

        return stub;
    }

    private void AddType(ContractList list, string type, string @namespace, string[] types)
    {
        StubType stub = new(list, type, @namespace);
        if (stub.Line.Length == 0 || _without.Contains(stub.Origin))
        {
            return;
        }

        string[] bases = [.. stub.Bases.Where(name => !_without.Contains($"{stub.Origin} : {name}"))];
        Add(stub.Header(bases), stub.Origin, bases);
        foreach (string member in stub.Members)
        {
            string origin = $"{stub.Origin} | {member}";
            if (!_without.Contains(origin) && StubMember.Write(stub, member) is { } text)
            {
                Add(text, origin);
            }
        }

        foreach (string inner in types.Where(inner => inner.StartsWith(type + ".", StringComparison.Ordinal)))
        {
            AddType(list, inner, @namespace, types);
        }

        Add(stub.End, stub.Origin);
    }

    private void Add(string text, string origin, IReadOnlyList<string>? bases = null)
    {
        _text.Append(text).Append('\n');
        _lines.Add((origin, bases ?? []));
    }
}
