using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Locating;

namespace Workflows.Shared.Tests.PullRequestReview.Locating;

public class LineLocatorTests
{
    private static readonly DiffFile File = DiffBuilder.Parse(
        "src/a.cs",
        DiffBuilder.Hunk(10, " int Load()", " {", "-    return   Old(path);", "+    var text = Read(path);", "+    return Parse(text);", " }"),
        DiffBuilder.Hunk(50, " int Save()", " {", "+    Check();", "-    Write(\"x\");", "+    Write(\"y\" + path);", "+    Check();", "     return 0;", " }"));

    [Theory]
    [InlineData("    var text = Read(path);", 12)]
    [InlineData("    return 0;", 55)]
    public void A_whole_line_is_found_exactly(string quote, int line) => AssertAt(LocationKind.Exact, line, DiffSide.New, Locate(quote, line));

    [Fact]
    public void White_space_is_levelled_when_nothing_is_equal() =>
        AssertAt(LocationKind.Normalised, 12, DiffSide.New, Locate("var  text =\tRead(path);", 12));

    [Fact]
    public void A_unique_part_of_a_line_is_enough() => AssertAt(LocationKind.Substring, 13, DiffSide.New, Locate("Parse(text)", 13));

    [Theory]
    [InlineData("text)")]
    [InlineData("(")]
    public void A_short_part_is_not(string quote) => Assert.Equal(LocationKind.NotFound, Locate(quote, 13).Kind);

    [Fact]
    public void A_wrong_number_is_drift_and_the_quote_decides()
    {
        var location = Locate("    return Parse(text);", 47);

        AssertAt(LocationKind.Exact, 13, DiffSide.New, location);
        Assert.True(location.Moved);
    }

    [Fact]
    public void A_quote_without_a_claim_is_not_moved() => Assert.False(Locate("    return Parse(text);", null).Moved);

    [Theory]
    [InlineData(52)]
    [InlineData(54)]
    public void Of_equal_lines_the_claimed_one_wins(int claimed) => AssertAt(LocationKind.Exact, claimed, DiffSide.New, Locate("    Check();", claimed));

    [Theory]
    [InlineData(53)]
    [InlineData(12)]
    [InlineData(null)]
    public void Equal_lines_without_the_claimed_one_are_ambiguous_and_get_no_line(int? claimed)
    {
        var location = Locate("    Check();", claimed);

        Assert.Equal((LocationKind.Ambiguous, null, null, null), (location.Kind, location.Line, location.Side, location.Text));
    }

    [Fact]
    public void A_removed_line_is_found_on_the_old_side_whatever_was_claimed()
    {
        AssertAt(LocationKind.Exact, 12, DiffSide.Old, Locate("    return   Old(path);", 12, DiffSide.Old));
        var claimedNew = Locate("    return   Old(path);", 12);
        AssertAt(LocationKind.Exact, 12, DiffSide.Old, claimedNew);
        Assert.True(claimedNew.Moved);
    }

    [Fact]
    public void A_context_line_counts_on_the_claimed_side()
    {
        AssertAt(LocationKind.Exact, 50, DiffSide.New, Locate("int Save()", 50));
        AssertAt(LocationKind.Exact, 50, DiffSide.Old, Locate("int Save()", 50, DiffSide.Old));
    }

    [Fact]
    public void An_added_line_is_preferred_to_context_and_context_to_a_removed_line()
    {
        var file = DiffBuilder.File("f", 1, "-same(argument);", " same(argument);", " x", "+same(argument);", "-other(argument);", " other(argument);");

        AssertAt(LocationKind.Exact, 3, DiffSide.New, LineLocator.Locate(file, "same(argument);", null, DiffSide.New));
        AssertAt(LocationKind.Exact, 4, DiffSide.New, LineLocator.Locate(file, "other(argument);", null, DiffSide.New));
        AssertAt(LocationKind.Exact, 4, DiffSide.Old, LineLocator.Locate(file, "other(argument);", null, DiffSide.Old));
    }

    [Theory]
    [InlineData("+     12 |     var text = Read(path);")]
    [InlineData("+ 12 | var text = Read(path);")]
    [InlineData("12 | var text = Read(path);")]
    [InlineData("+    var text = Read(path);")]
    [InlineData("`var text = Read(path);`")]
    [InlineData("\"var text = Read(path);\"")]
    [InlineData("“var text = Read(path);”")]
    [InlineData("```csharp\n    var text = Read(path);\n```")]
    [InlineData("```diff\n+    var text = Read(path);\n```")]
    [InlineData("`+     12 |     var text = Read(path);`")]
    [InlineData("\r\n    var text = Read(path);\r\n")]
    [InlineData("var text = Read(…")]
    [InlineData("... text = Read(path);")]
    public void What_models_put_around_a_quote_does_not_matter(string quote) => AssertAt(null, 12, DiffSide.New, Locate(quote, 12));

    [Theory]
    [InlineData("    if (a &lt; b &amp;&amp; c) return \"x\\n\";")]
    [InlineData("    if (a < b && c) return \\\"x\\\\n\\\";")]
    public void One_escaping_too_many_is_taken_back(string quote) =>
        AssertAt(LocationKind.Exact, 1, DiffSide.New, LineLocator.Locate(DiffBuilder.File("f", 1, "+    if (a < b && c) return \"x\\n\";"), quote, null, DiffSide.New));

    [Fact]
    public void Several_lines_are_found_as_a_run()
    {
        var location = Locate("+     12 |     var text = Read(path);\n+     13 |     return Parse(text);", 12);

        AssertAt(LocationKind.Exact, 12, DiffSide.New, location);
        Assert.Equal((13, "    var text = Read(path);\n    return Parse(text);"), (location.EndLine, location.Text));
    }

    [Fact]
    public void Removed_lines_quoted_among_added_ones_are_passed_over()
    {
        var location = Locate("-     52 |     Write(\"x\");\n+     53 |     Write(\"y\" + path);\n+     54 |     Check();", 53);

        AssertAt(LocationKind.Exact, 53, DiffSide.New, location);
        Assert.Equal(54, location.EndLine);
    }

    [Fact]
    public void A_run_of_added_and_context_lines_counts_as_added()
    {
        var file = DiffBuilder.File("f", 1, " first(line);", "+second(line);", " x", " first(line);", " second(line);");

        AssertAt(LocationKind.Exact, 1, DiffSide.New, LineLocator.Locate(file, "first(line);\nsecond(line);", null, DiffSide.New));
    }

    [Fact]
    public void A_run_never_bridges_a_line_that_a_combined_diff_does_not_number()
    {
        var merge = SampleDiffs.Read("merge.diff").Files[0];

        Assert.Equal(LocationKind.NotFound, LineLocator.Locate(merge, "a\nB main", 1, DiffSide.Old).Kind);
        AssertAt(LocationKind.Exact, 3, DiffSide.Old, LineLocator.Locate(merge, "B main", 3, DiffSide.Old));
    }

    [Fact]
    public void A_run_never_crosses_from_one_hunk_to_the_next() => Assert.Equal(LocationKind.NotFound, Locate("}\nint Save()", 14).Kind);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("``")]
    [InlineData("`")]
    [InlineData("+")]
    [InlineData("DeleteEverything();")]
    public void Without_a_quote_that_the_diff_shows_there_is_no_line(string? quote)
    {
        var location = Locate(quote, 12);

        Assert.Equal((LocationKind.NotFound, null, null, null, false), (location.Kind, location.Line, location.EndLine, location.Side, location.Moved));
    }

    [Fact]
    public void Code_that_looks_like_dressing_is_found_as_it_is()
    {
        var file = DiffBuilder.File("f.md", 1, "++ 12 | table |", "+`code`", "+- item");

        AssertAt(LocationKind.Exact, 1, DiffSide.New, LineLocator.Locate(file, "+ 12 | table |", null, DiffSide.New));
        AssertAt(LocationKind.Exact, 2, DiffSide.New, LineLocator.Locate(file, "`code`", null, DiffSide.New));
        AssertAt(LocationKind.Exact, 3, DiffSide.New, LineLocator.Locate(file, "- item", null, DiffSide.New));
    }

    [Fact]
    public void A_line_with_control_characters_is_found_as_the_model_saw_it()
    {
        var file = DiffBuilder.File("f.c", 1, "+x = \"\u001b[31m\u202Eevil\";");

        AssertAt(LocationKind.Normalised, 1, DiffSide.New, LineLocator.Locate(file, "x = \"\\u001B[31m\\u202Eevil\";", null, DiffSide.New));
    }

    private static LineLocation Locate(string? quote, int? line, DiffSide side = DiffSide.New) => LineLocator.Locate(File, quote, line, side);

    private static void AssertAt(LocationKind? kind, int line, DiffSide side, LineLocation location) =>
        Assert.Equal((kind ?? location.Kind, line, side), (location.Kind, location.Line, location.Side));
}
