using System.Text.RegularExpressions;
using Workflows.Runtime.Contract.Tests;

namespace Workflows.Functions.Hosting;

/// <summary>A type of the contract list. Where several share their short name, the first has the extensions of all, and no other members are told apart.</summary>
internal sealed partial class StubType
{
    private readonly string _kind;

    public StubType(ContractList list, string type, string @namespace)
    {
        string[] lines = [.. list.Members[type]];
        (string Type, string Namespace, string Assembly)[] namesakes = [.. list.Types.Where(known => known.Type == type).DistinctBy(known => known.Namespace)];
        int turn = Array.FindIndex(namesakes, known => known.Namespace == @namespace);
        string[] kinds = [.. lines.Where(ContractList.IsTypeLine).Where(line => !line.StartsWith("delegate (", StringComparison.Ordinal))];
        Line = kinds.Length == 0 ? string.Empty : kinds[Math.Min(turn, kinds.Length - 1)];
        string[] parts = Line.Split(" : ", 2);
        _kind = parts[0];
        Bases = parts.Length == 1 ? [] : Comma().Split(parts[1]);
        FullName = type[(type.LastIndexOf('.') + 1)..];
        Name = FullName.Split('<')[0];
        Origin = $"{@namespace}.{type}";
        IsRecord = lines.Any(line => line.Contains("static op_Equality", StringComparison.Ordinal)) && Bases.Contains($"IEquatable<{type}>");
        Members = namesakes.Length == 1 || (turn == 0 && _kind == "static class") ? [.. lines.Where(line => !kinds.Contains(line))] : [];
        NeedsConstructor = _kind is "class" or "abstract class" or "sealed class" && !IsRecord && !Members.Any(line => line is "ctor()" or "protected ctor()");
    }

    public string Line { get; }

    public IReadOnlyList<string> Bases { get; }

    public string Name { get; }

    /// <summary>The name with its type parameters.</summary>
    public string FullName { get; }

    /// <summary>Namespace and name.</summary>
    public string Origin { get; }

    public bool IsRecord { get; }

    public bool IsInterface => _kind == "interface";

    public bool IsEnum => _kind == "enum";

    public bool IsDelegate => _kind == "delegate";

    public IReadOnlyList<string> Members { get; }

    /// <summary>What closes the type: with a constructor that only types of the same surface can use, where their bases have none without parameters.</summary>
    public string End => IsDelegate ? string.Empty : NeedsConstructor ? $"internal {Name}() {{ }} }}" : "}";

    private bool NeedsConstructor { get; }

    public string Header(IReadOnlyList<string> bases) => IsDelegate
        ? string.Empty
        : $"public {(IsRecord ? _kind.Replace("class", "record", StringComparison.Ordinal).Replace("struct", "record struct", StringComparison.Ordinal) : _kind)} {FullName}"
            + $"{(bases.Count == 0 ? string.Empty : " : " + string.Join(", ", bases))} {{";

    /// <summary>Commas that are not inside type arguments.</summary>
    [GeneratedRegex(", (?![^<]*>)")]
    private static partial Regex Comma();
}
