using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>What one file's change breaks in another shown file (task F6).</summary>
internal static class CrossFileRules
{
    private const int ShortestName = 4;

    private static readonly int[] KeyGroups = [4, 6, 7, 8];
    private static readonly Regex KeyUse = Pattern.Of(@"([Cc]onfig(uration)?|settings|[Oo]ptions)(\[|\.get\(|\.GetSection\(|\.GetValue<\w+>\(|\.GetConnectionString\()[""']([\w:.-]+)[""']|\b(os\.environ\[|os\.getenv\(|os\.Getenv\(|getenv\(|GetEnvironmentVariable\()[""'](\w+)[""']|\bprocess\.env\.(\w+)|@Value\(""\$\{([\w.-]+)");

    /// <summary>The findings over several files.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<ShownFile> files)
    {
        foreach (var file in files.Where(file => file.Language.IsCode()))
        {
            foreach (var removed in file.Lines.Where(line => line.Sign == '-'))
            {
                if (Definitions.Of(removed, file.Language) is { Name.Length: >= ShortestName } definition)
                {
                    foreach (var finding in BrokenUses(files, file, removed, definition))
                    {
                        yield return finding;
                    }
                }
            }
        }

        foreach (var finding in UndefinedKeys(files))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> BrokenUses(IReadOnlyList<ShownFile> files, ShownFile file, ShownLine removed, Definition definition)
    {
        var again = files.SelectMany(other => other.Lines.Where(line => line.IsNew).Select(line => Definitions.Of(line, other.Language))).Where(other => other?.Name == definition.Name).ToList();
        var parameters = definition.Parameters is null ? null : Definitions.CountArguments(definition.Parameters);
        var counts = again.Select(other => other?.Parameters is { } list ? Definitions.CountArguments(list) : null).ToList();
        var resized = again.Count == 1 && parameters is not null && counts[0] is { } now && now != parameters;
        if (again.Count > 0 && !resized)
        {
            yield break;
        }

        var renamed = again.Count == 0 ? Successor(file, removed) : null;
        foreach (var other in files.Where(other => other.Path != file.Path && other.Language.IsCode()))
        {
            foreach (var use in other.Lines.Where(line => line.IsNew && Identifiers.Occurs(definition.Name, line.Code)))
            {
                if (resized && Arguments(use.Code, definition.Name) != parameters)
                {
                    continue;
                }

                yield return new Finding(other.Path, use, resized
                    ? new RuleHit(Severity.High, "changed-signature", "Call does not fit the changed signature", $"`{definition.Name}` now takes {counts[0]} arguments in {file.Path}, but this line still passes {parameters}.", null, 0.8)
                    : new RuleHit(Severity.High, "removed-symbol", renamed is null ? "Use of something that was removed" : "Use of an old name", $"`{definition.Name}` is {(renamed is null ? "removed from" : $"renamed to {renamed} in")} {file.Path}, but this line still uses it.", null, 0.82));
            }
        }
    }

    private static string? Successor(ShownFile file, ShownLine removed)
    {
        var at = file.Lines.ToList().IndexOf(removed);
        return file.Lines.Skip(at + 1).TakeWhile(line => line.Hunk == removed.Hunk && line.Sign != ' ')
            .Where(line => line.Sign == '+').Select(line => Definitions.Of(line, file.Language)?.Name).FirstOrDefault(name => name is not null);
    }

    private static int? Arguments(string code, string name)
    {
        var at = code.IndexOf(name + "(", StringComparison.Ordinal);
        return at < 0 ? null : Definitions.CountArguments(code[(at + name.Length + 1)..]);
    }

    private static IEnumerable<Finding> UndefinedKeys(IReadOnlyList<ShownFile> files)
    {
        var configuration = files.Where(file => file.Language is Language.Config or Language.Yaml).ToList();
        foreach (var file in files.Where(file => configuration.Count > 0 && file.Language.IsCode()))
        {
            foreach (var line in file.Lines.Where(line => line.IsNew))
            {
                if (KeyUse.Match(line.Text) is not { Success: true } match)
                {
                    continue;
                }

                var key = KeyGroups.Select(group => match.Groups[group].Value).First(value => value.Length > 0);
                var leaf = key[(key.LastIndexOfAny([':', '.']) + 1)..];
                var defined = (char sign) => configuration.Exists(settings => settings.Lines.Any(setting => setting.Sign == sign && Identifiers.Occurs(leaf, setting.Text)));
                if (defined('+') || defined(' ') || (line.Sign == ' ' && !defined('-')))
                {
                    continue;
                }

                yield return new Finding(file.Path, line, defined('-')
                    ? new RuleHit(Severity.High, "missing-setting", "Setting was removed but is still read", $"`{key}` is read here, but the change removes it from the configuration.", null, 0.8)
                    : new RuleHit(Severity.Medium, "missing-setting", "Setting is read but not defined", $"`{key}` is read here, but none of the changed configuration files defines it.", null, 0.6));
            }
        }
    }
}
