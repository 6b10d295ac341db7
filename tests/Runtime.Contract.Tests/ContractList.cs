namespace Workflows.Runtime.Contract.Tests;

/// <summary>The contract list: what Microsoft's packages offer, by short type name.</summary>
internal sealed class ContractList
{
    private static readonly string[] Kinds = ["abstract class", "sealed class", "static class", "class", "struct", "interface", "enum", "delegate"];

    private ContractList(ILookup<string, string> members, IReadOnlyList<(string Type, string Namespace, string Assembly)> types)
    {
        Members = members;
        Types = types;
    }

    /// <summary>The lines of a short type name. Where two listed types share it, the lines of both.</summary>
    public ILookup<string, string> Members { get; }

    public IReadOnlyList<(string Type, string Namespace, string Assembly)> Types { get; }

    public static ContractList Read()
        => new(
            Lines("api.txt").ToLookup(parts => parts[0], parts => parts[1]),
            [.. Lines("types.txt").Select(parts => (parts[0], parts[1], parts[2]))]);

    /// <summary>The namespace in which this house keeps the types of one of Microsoft's.</summary>
    public static string Mirror(string theirs)
        => theirs.StartsWith("Microsoft.DurableTask", StringComparison.Ordinal) ? "Workflows.Durable" + theirs["Microsoft.DurableTask".Length..]
            : theirs.StartsWith("Microsoft.Azure.Functions.Worker", StringComparison.Ordinal) ? "Workflows.FunctionsWorker" + theirs["Microsoft.Azure.Functions.Worker".Length..]
            : "Workflows.FunctionsWorker";

    public static bool IsTypeLine(string line)
        => Kinds.Any(kind => line == kind || line.StartsWith(kind + " : ", StringComparison.Ordinal));

    /// <summary>True when some listed type of the name is of the same kind and has all those bases.</summary>
    public bool Allows(string type, string kind, IReadOnlyList<string> bases)
        => Members[type].Where(IsTypeLine).Any(line =>
        {
            string[] parts = line.Split(" : ", 2);
            return parts[0] == kind && bases.All(name => parts.Length > 1 && $", {parts[1]},".Contains($", {name},", StringComparison.Ordinal));
        });

    private static IEnumerable<string[]> Lines(string file)
        => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "contract", file)).Where(line => line.Length > 0).Select(line => line.Split(" | "));
}
