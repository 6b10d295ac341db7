namespace Workflows.Simulator.Answers.Diffs;

/// <summary>Languages by file name.</summary>
internal static class Languages
{
    /// <summary>The language of a path.</summary>
    public static Language Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase))
        {
            return Language.Docker;
        }

        var dot = name.LastIndexOf('.');
        return (dot < 0 ? "" : name[(dot + 1)..].ToLowerInvariant()) switch
        {
            "cs" or "csx" or "razor" => Language.CSharp,
            "java" or "kt" or "kts" or "scala" or "groovy" => Language.Java,
            "js" or "jsx" or "ts" or "tsx" or "mjs" or "cjs" or "vue" or "svelte" => Language.Script,
            "py" or "pyi" => Language.Python,
            "go" => Language.Go,
            "c" or "h" or "cc" or "cpp" or "cxx" or "hpp" or "hh" => Language.C,
            "rs" => Language.Rust,
            "sql" => Language.Sql,
            "sh" or "bash" or "zsh" => Language.Shell,
            "yml" or "yaml" => Language.Yaml,
            "json" or "toml" or "ini" or "properties" or "env" or "config" or "cfg" or "xml" => Language.Config,
            "rb" => Language.Ruby,
            "php" => Language.Php,
            "md" or "txt" or "rst" or "adoc" or "html" or "csv" or "svg" => Language.Prose,
            _ => name.StartsWith(".env", StringComparison.Ordinal) ? Language.Config : Language.Other,
        };
    }

    /// <summary>Whether statements are written as in C: braces, parentheses around conditions.</summary>
    public static bool IsCurly(this Language language) =>
        language is Language.CSharp or Language.Java or Language.Script or Language.C or Language.Php or Language.Go or Language.Rust;

    /// <summary>Whether files hold statements rather than data or prose.</summary>
    public static bool IsCode(this Language language) =>
        language is not (Language.Prose or Language.Config or Language.Yaml or Language.Other);

    /// <summary>What starts a comment that runs to the end of the line, or null.</summary>
    public static string? LineComment(this Language language) => language switch
    {
        Language.Python or Language.Shell or Language.Yaml or Language.Ruby or Language.Docker => "#",
        Language.Sql => "--",
        Language.Prose or Language.Other or Language.Config => null,
        _ => "//",
    };
}
