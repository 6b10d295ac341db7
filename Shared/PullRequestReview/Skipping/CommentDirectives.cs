namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>Comments that compilers, linters and frameworks obey: changing one changes what happens.</summary>
internal static class CommentDirectives
{
    private static readonly string[] Marks =
    [
        "#!", "coding:", "coding=", "//go:", "+build", "//export", "#cgo", "//line", "noqa", "nosec", "type:", "pylint", "pragma", "mypy:", "pyright:", "fmt:",
        "isort:", "eslint", "tslint", "jshint", "@ts-", "@jsx", "@flow", "@type", "@vite", "prettier-ignore", "istanbul", "c8 ignore", "webpack", "sourcemappingurl",
        "nolint", "lint:", "lint-", "rubocop", "frozen_string_literal", "shellcheck", "nosonar", "resharper", "swiftlint", "ktlint", "checkstyle", "@formatter", "clang-format",
        "syntax=", "escape=", "#requires", "$omp", "!dir$", "!dec$", "{-#", "{$", "(*$", "/*!", "/*+", "--+", "[if ", "<!--#", "/// <reference", "phpcs", "phpstan", "psalm", "codecoverageignore",
        "###autoload", "swagger", "@inject", "spdx-", "vim:", "+goose", "liquibase", "changeset",
    ];

    public static bool Contains(string line) =>
        Array.Exists(Marks, mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase)) || HasAnnotation(line);

    /// <summary>Annotations in doc comments, such as an object mapper's, are written as an at sign and a capital.</summary>
    private static bool HasAnnotation(string line)
    {
        for (var at = line.IndexOf('@', StringComparison.Ordinal); at >= 0 && at + 1 < line.Length; at = line.IndexOf('@', at + 1))
        {
            if (char.IsUpper(line[at + 1]))
            {
                return true;
            }
        }

        return false;
    }
}
