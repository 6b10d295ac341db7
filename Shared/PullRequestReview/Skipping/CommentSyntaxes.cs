using System.Collections.Frozen;

namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>The comment syntax of common languages, by extension and by well-known names.</summary>
internal static class CommentSyntaxes
{
    private static readonly CommentBlock CBlock = new("/*", "*/");
    private static readonly CommentBlock MlBlock = new("(*", "*)");

    private static readonly CommentSyntax C = new() { Lines = ["//"], Blocks = [CBlock], Unsure = ["R\"", "@\"", "\"\"\"", "??/"] };
    private static readonly CommentSyntax Script = C with { LongStrings = ["`"], Unsure = [] };
    private static readonly CommentSyntax Css = new() { Blocks = [CBlock] };
    private static readonly CommentSyntax Php = new() { Lines = ["//", "#"], Blocks = [CBlock], Unsure = ["<<<", "#[", "?>"], Quotes = "\"'" };
    private static readonly CommentSyntax Hash = new() { Lines = ["#"], LongStrings = ["\"\"\"", "'''"] };
    private static readonly CommentSyntax Shell = new() { Lines = ["#"], Unsure = ["<<"], Quotes = "\"'`" };
    private static readonly CommentSyntax Ruby = Shell with { Blocks = [new("=begin", "=end", FirstColumn: true)], Unsure = ["<<", "__END__", "%q", "%Q", "%("] };
    private static readonly CommentSyntax Perl = Shell with { Unsure = ["<<", "q{", "qq{", "q(", "__END__", "__DATA__"] };
    private static readonly CommentSyntax Julia = Hash with { Blocks = [new("#=", "=#")] };
    private static readonly CommentSyntax PowerShell = new() { Lines = ["#"], Blocks = [new("<#", "#>")], Unsure = ["@\"", "@'"], Quotes = "\"'" };
    private static readonly CommentSyntax Hcl = new() { Lines = ["#", "//"], Blocks = [CBlock], Unsure = ["<<"] };
    private static readonly CommentSyntax Nix = new() { Lines = ["#"], Blocks = [CBlock], LongStrings = ["''"] };
    private static readonly CommentSyntax Sql = new() { Lines = ["--"], Blocks = [CBlock], MarkNeedsBlank = true, Unsure = ["$$"], Quotes = "\"'" };
    private static readonly CommentSyntax Ada = new() { Lines = ["--"] };
    private static readonly CommentSyntax Lua = new() { Lines = ["--"], Blocks = [new("--[[", "]]")], Unsure = ["[=", "= [[", "([["] };
    private static readonly CommentSyntax Haskell = new() { Lines = ["--"], Blocks = [new("{-", "-}")], MarkMakesOperators = true, Unsure = ["|]"] };
    private static readonly CommentSyntax Xml = new() { Blocks = [new("<!--", "-->")], Unsure = ["<![CDATA[", "]]>"], Quotes = "\"" };
    private static readonly CommentSyntax Html = new() { Blocks = [new("<!--", "-->", OneLine: true)] };
    private static readonly CommentSyntax Lisp = new() { Lines = [";"], Blocks = [new("#|", "|#")] };
    private static readonly CommentSyntax Fortran = new() { Lines = ["!"], Quotes = "\"'" };
    private static readonly CommentSyntax FixedFortran = new() { FirstColumnLines = ["C ", "c ", "*", "!"], Quotes = "\"'" };
    private static readonly CommentSyntax Basic = new() { Lines = ["'"] };
    private static readonly CommentSyntax Batch = new() { Lines = ["::", "rem ", "REM ", "@rem ", "@REM "] };
    private static readonly CommentSyntax FSharp = new() { Lines = ["//"], Blocks = [MlBlock], LongStrings = ["\"\"\""], Unsure = ["@\"", "(*)"] };
    private static readonly CommentSyntax Ml = new() { Blocks = [MlBlock], Unsure = ["{|", "|}"] };
    private static readonly CommentSyntax Pascal = new() { Lines = ["//"], Blocks = [MlBlock, new("{", "}", OneLine: true)], Quotes = "'" };
    private static readonly CommentSyntax Percent = new() { Lines = ["%"], Quotes = "\"" };
    private static readonly CommentSyntax Matlab = new() { Lines = ["%"], Unsure = ["%{", "%}"] };
    private static readonly CommentSyntax Ini = new() { Lines = ["#", ";"] };

    private static readonly FrozenDictionary<string, CommentSyntax> ByExtension = Table(
    [
        (C, ".c .h .cc .cpp .cxx .c++ .hh .hpp .hxx .inl .ipp .m .mm .cs .csx .java .proto .zig .sol .glsl .vert .frag .hlsl .metal .cu .cuh .as .thrift .idl .rs .swift .kt .kts .scala .sc .dart .d"),
        (Script, ".js .jsx .mjs .cjs .ts .tsx .mts .cts .go .scss .less"),
        (C with { LongStrings = ["'''"] }, ".groovy .gradle"),
        (Css, ".css"),
        (Php, ".php .phtml"),
        (Hash, ".py .pyi .pyx .bzl .star .nim .ex .exs .gd .mojo"),
        (Hash with { Unsure = ["|", ">"] }, ".yml .yaml"),
        (Hash, ".toml"),
        (Ini, ".ini .cfg .conf .properties .editorconfig .gitconfig .desktop"),
        (Shell, ".sh .bash .zsh .ksh .fish .r .tcl .awk .cmake .mk .mak .dockerfile .env .coffee .graphql .gql"),
        (Ruby, ".rb .rake .gemspec .ru .cr"),
        (Perl, ".pl .pm .t"),
        (Julia, ".jl"),
        (PowerShell, ".ps1 .psm1 .psd1"),
        (Hcl, ".tf .tfvars .hcl"),
        (Nix, ".nix"),
        (Sql, ".sql .ddl .dml .psql .plsql .tsql"),
        (Ada, ".adb .ads .vhd .vhdl"),
        (Lua, ".lua"),
        (Haskell, ".hs .elm .purs"),
        (Xml, ".xml .xsd .xsl .xslt .xaml .axaml .csproj .vbproj .fsproj .props .targets .nuspec .resx .wsdl"),
        (Html, ".html .htm .xhtml .svg"),
        (Lisp, ".lisp .lsp .cl .el .scm .ss .rkt .clj .cljs .cljc .edn"),
        (Fortran, ".f90 .f95 .f03 .f08"),
        (FixedFortran, ".f .for .f77"),
        (Basic, ".vb .vbs .bas"),
        (Batch, ".bat .cmd"),
        (FSharp, ".fs .fsi .fsx"),
        (Ml, ".ml .mli"),
        (Pascal, ".pas .dpr .pp"),
        (Percent, ".erl .hrl .tex .sty .pro"),
        (Matlab, ".mat .mlx"),
    ]);

    private static readonly FrozenDictionary<string, CommentSyntax> ByName = Table(
    [
        (Shell, "Makefile makefile GNUmakefile Dockerfile Containerfile CMakeLists.txt .env .bashrc .zshrc .profile .gitignore .dockerignore"),
        (Ruby, "Gemfile Rakefile Podfile Vagrantfile Fastfile Brewfile"),
        (Hash, "BUILD BUILD.bazel WORKSPACE SConstruct SConscript Tiltfile Snakefile"),
        (C with { LongStrings = ["'''"] }, "Jenkinsfile"),
    ]);

    /// <summary>The syntax of a file's language; null when it is not known.</summary>
    public static CommentSyntax? For(string path)
    {
        var name = FileName.Of(path);
        return ByName.GetValueOrDefault(name)
            ?? ByExtension.GetValueOrDefault(FileName.Extension(name))
            ?? (name.StartsWith("Dockerfile.", StringComparison.Ordinal) ? Shell : null);
    }

    private static FrozenDictionary<string, CommentSyntax> Table((CommentSyntax Syntax, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Syntax))).ToFrozenDictionary(pair => pair.name, pair => pair.Syntax, StringComparer.Ordinal);
}
