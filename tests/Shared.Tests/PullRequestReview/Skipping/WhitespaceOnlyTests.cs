using Workflows.Shared.PullRequestReview.Skipping;

namespace Workflows.Shared.Tests.PullRequestReview.Skipping;

/// <summary>Hunks are written as one text, lines split by a bar.</summary>
public class WhitespaceOnlyTests
{
    [Theory]
    [InlineData("a.cs", "-x();|+    x();")]
    [InlineData("a.cs", "-x();  |+x();")]
    [InlineData("a.cs", "-x();\r|+x();")]
    [InlineData("a.cs", " x();|+| y();")]
    [InlineData("a.cs", "-int  x = 1;|+int x = 1;")]
    [InlineData("a.py", "-x = 1   |+x = 1|+")]
    [InlineData("a.unknown", "-x  |+x")]
    public void A_change_of_white_space_alone_is_skipped(string path, string hunk) => Assert.Equal(SkipRule.WhitespaceOnly, Rule(path, hunk));

    [Theory]
    [InlineData("a.py", "-x = 1|+    x = 1")]
    [InlineData("Makefile", "-        run|+\trun")]
    [InlineData("a.unknown", "-x|+  x")]
    [InlineData("a.cs", "-s = \"a  b\";|+s = \"a b\";")]
    [InlineData("a.cs", "-return x;|+returnx;")]
    [InlineData("a.js", "-return x;|+return|+x;")]
    [InlineData("a.c", "-#define A \\|+#define A \\ | x")]
    [InlineData("a.cs", "-x();| y();|+x();")]
    [InlineData("a.js", " x = `|-  a|+a| `;")]
    public void White_space_that_means_something_is_reviewed(string path, string hunk) => Assert.Null(Rule(path, hunk));

    private static SkipRule? Rule(string path, string hunk) => SkipRules.Evaluate(DiffBuilder.File(path, 40, hunk.Split('|')))?.Rule;
}
