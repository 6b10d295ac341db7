using System.Text.RegularExpressions;

namespace Workflows.Functions.Hosting;

/// <summary>Writes a member of the contract list as C#, without a body.</summary>
internal static partial class StubMember
{
    private static readonly string[] OfRecords = ["EqualityContract : Type", "Equals(", "op_Equality(", "op_Inequality("];

    /// <returns>The member, or null when the type has it by itself.</returns>
    public static string? Write(StubType type, string line)
    {
        if (type.IsEnum)
        {
            return line + ",";
        }

        if (type.IsDelegate)
        {
            Match signature = DelegateLine().Match(line);
            return $"public delegate {Return(signature.Groups["type"].Value)} {type.FullName}({signature.Groups["parameters"].Value});";
        }

        Match member = Line().Match(line);
        string modifiers = member.Groups["modifiers"].Value;
        string rest = member.Groups["rest"].Value;
        if (type.IsRecord && (OfRecords.Any(name => rest.StartsWith(name, StringComparison.Ordinal)) || rest == $"ctor({type.FullName} original)"))
        {
            return null;
        }

        string access = type.IsInterface ? string.Empty : modifiers.StartsWith("protected ", StringComparison.Ordinal) ? modifiers : "public " + modifiers;
        bool hasBody = !type.IsInterface && !modifiers.Contains("abstract ", StringComparison.Ordinal);
        return Member(type, access, rest, hasBody);
    }

    private static string Member(StubType type, string access, string rest, bool hasBody)
    {
        if (rest.StartsWith("ctor(", StringComparison.Ordinal))
        {
            return $"{access}{type.Name}{rest["ctor".Length..]} {(type.IsRecord || hasBody ? "{ throw null; }" : ";")}";
        }

        if (Method().Match(rest) is { Success: true } method)
        {
            (string name, string parameters, string result) = (method.Groups["name"].Value, method.Groups["parameters"].Value, Return(method.Groups["type"].Value));
            string head = name switch
            {
                "op_Equality" => $"{result} operator ==",
                "op_Inequality" => $"{result} operator !=",
                "op_Implicit" => $"implicit operator {result}",
                "op_Explicit" => $"explicit operator {result}",
                _ => $"{result} {name}",
            };
            return $"{access}{head}({parameters}){(hasBody ? " => throw null;" : ";")}";
        }

        Match data = Data().Match(rest);
        string accessors = data.Groups["accessors"].Value;
        return accessors.Length == 0
            ? $"{access.Replace("const ", string.Empty, StringComparison.Ordinal)}{data.Groups["type"]} {data.Groups["name"]};"
            : $"{access}{data.Groups["type"]} {data.Groups["name"]} {(hasBody ? accessors.Replace("get;", "get => throw null; ", StringComparison.Ordinal).Replace("set;", "set { }", StringComparison.Ordinal).Replace("init;", "init { }", StringComparison.Ordinal) : accessors)}";
    }

    private static string Return(string type) => type == "Void" ? "void" : type;

    [GeneratedRegex(@"^delegate \((?<parameters>.*)\) : (?<type>.+)$")]
    private static partial Regex DelegateLine();

    [GeneratedRegex(@"^(?<modifiers>((protected|static|const|abstract|override|virtual) )*)(?<rest>.+)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?<name>\w+(<[^(]*>)?)\((?<parameters>.*)\) : (?<type>.+)$")]
    private static partial Regex Method();

    [GeneratedRegex(@"^(?<name>\w+) : (?<type>[^{]+?)( (?<accessors>\{.*\}))?$")]
    private static partial Regex Data();
}
