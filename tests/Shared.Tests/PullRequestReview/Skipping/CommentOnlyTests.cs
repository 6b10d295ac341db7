using Workflows.Shared.PullRequestReview.Skipping;

namespace Workflows.Shared.Tests.PullRequestReview.Skipping;

/// <summary>Hunks are written as one text, lines split by a bar.</summary>
public class CommentOnlyTests
{
    [Theory]
    [InlineData("a.cs", " x();|-// old|+// new|+|+/* more */| y();")]
    [InlineData("a.cs", "+/// <summary>Doc.</summary>| void X();")]
    [InlineData("a.c", "+/*|+ * A block.|+ */| int x;")]
    [InlineData("a.js", " /**|- * Old words.|+ * New words.|  */| f();")]
    [InlineData("a.java", "- * Old words|+ * New words|  */| void f() {}")]
    [InlineData("a.py", "-# old|+# new| x = 1")]
    [InlineData("a.py", " \"\"\"One line.\"\"\"|-# old|+# new| x = 1")]
    [InlineData("a.rb", " x = 1|+=begin|+words|+=end")]
    [InlineData("a.sh", "+# words| echo hi")]
    [InlineData("a.sql", "+-- words|+/* more */| SELECT 1;")]
    [InlineData("a.xml", " <a>|+<!-- words|+  more -->| </a>")]
    [InlineData("a.html", "+<!-- words -->| <p>")]
    [InlineData("a.css", "+/* words */| a { }")]
    [InlineData("a.scss", "+// words| a { }")]
    [InlineData("a.clj", "+; words| (f)")]
    [InlineData("a.hs", "+-- words|+{- more -}| f = 1")]
    [InlineData("a.lua", "+-- words|+--[[ more|+]]| f()")]
    [InlineData("a.f90", "+! words| x = 1")]
    [InlineData("a.f", "+C     words|       X = 1")]
    [InlineData("a.vb", "+' words| Dim x")]
    [InlineData("a.ps1", "+# words|+<# more|+#>| Get-Item")]
    [InlineData("a.tf", "+# words|+// more| resource {}")]
    [InlineData("Dockerfile", "+# words| RUN x")]
    [InlineData("Makefile", "+# words| all:")]
    [InlineData("a.erl", "+% words| f() -> ok.")]
    [InlineData("a.bat", "+REM words|+:: more| echo x")]
    [InlineData(".github/workflows/a.yml", "+# words| on: push")]
    public void A_change_of_comments_alone_is_skipped(string path, string hunk) => Assert.Equal(SkipRule.CommentOnly, Rule(path, 40, hunk));

    [Theory]
    [InlineData("a.cs", "-// old|+x();")]
    [InlineData("a.cs", "-x();|+// x();")]
    [InlineData("a.cs", "-x(); // old|+x(); // new")]
    [InlineData("a.cs", "+/* words */ x();")]
    [InlineData("a.cs", "+#define X")]
    [InlineData("a.py", "+// words")]
    [InlineData("a.hs", "+--> x = f x")]
    [InlineData("a.sql", "+--1")]
    [InlineData("a.unknown", "+# words")]
    [InlineData("a.py", "+\"\"\"A docstring.\"\"\"")]
    public void Anything_else_among_the_changed_lines_keeps_the_review(string path, string hunk) => Assert.Null(Rule(path, 40, hunk));

    [Theory]
    [InlineData("a.cs", " words|-words|+other words|  */", "a block whose beginning is not shown and whose lines have no star")]
    [InlineData("a.java", "- * old|+ * new|  * more", "stars without an end in sight")]
    [InlineData("a.cs", "+Evil();| Glob(\"**/*.cs\");", "an end of comment inside a string")]
    [InlineData("a.js", "+evil();| re = /ab*/", "an end of comment inside a pattern")]
    [InlineData("a.cs", " x = \"/*\";|+evil();", "a beginning of comment inside a string")]
    [InlineData("a.js", " x = `|+// words| `;", "a string over several lines")]
    [InlineData("a.py", " x = '''|+# words| '''", "a string over several lines")]
    [InlineData("a.sh", " cat <<EOF|+# words| EOF", "a here-document")]
    [InlineData("a.cs", " x = @\"|+// words| \";", "a verbatim string")]
    [InlineData("a.sh", " run a \\|+# words|   b", "a continued line, which a comment would end")]
    [InlineData("a.c", "+// words \\| x();", "a comment that swallows the next line")]
    [InlineData("a.rb", " x = \"a|+# words| \"", "a string over several lines")]
    [InlineData("a.lua", " --[[ a|+]] evil()| --]]", "code behind a comment")]
    [InlineData("a.rs", " /*|+// a /* b| */|+evil();", "nested comments")]
    [InlineData("a.html", " <script>|+<!--|+evil()|+-->", "a block in a script")]
    [InlineData(".github/workflows/a.yml", " run: ||+  # words", "a block of text in YAML")]
    public void What_the_hunk_cannot_settle_keeps_the_review(string path, string hunk, string why) =>
        Assert.True(Rule(path, 40, hunk.Replace("||", "\u0001|", StringComparison.Ordinal)) is null, why);

    [Theory]
    [InlineData("a.sh", "+#!/bin/bash")]
    [InlineData("a.go", "-//go:build linux|+//go:build windows")]
    [InlineData("a.py", "+# type: ignore")]
    [InlineData("a.ts", "+// @ts-ignore")]
    [InlineData("a.ts", "+// eslint-disable-next-line")]
    [InlineData("a.hs", "+{-# LANGUAGE Strict #-}")]
    [InlineData("a.php", "+/** @ORM\\Column(type=\"string\") */")]
    [InlineData("a.sql", "+/*! SET x = 1 */")]
    [InlineData("Dockerfile", "+# syntax=docker/dockerfile:1")]
    public void Comments_that_tools_obey_are_reviewed(string path, string hunk) => Assert.Null(Rule(path, 1, hunk));

    private static SkipRule? Rule(string path, int start, string hunk) =>
        SkipRules.Evaluate(DiffBuilder.File(path, start, [.. hunk.Split('|').Select(line => line.Replace('\u0001', '|'))]))?.Rule;
}
