using Workflows.Cli.Inputs;
using Workflows.Shared.Expressions;

namespace Workflows.Cli.Tests.Inputs;

public sealed class ExpressionRunIdTests
{
    private static readonly ExpressionRequest Request = new() { SubtitleFile = [1, 2, 3] };

    [Fact]
    public void The_same_subtitles_and_options_find_the_same_run() =>
        Assert.Equal(ExpressionRunId.Of(Request, null), ExpressionRunId.Of(new ExpressionRequest { SubtitleFile = [1, 2, 3] }, null));

    [Fact]
    public void Other_subtitles_or_options_are_another_run()
    {
        string[] ids = [ExpressionRunId.Of(Request, null), ExpressionRunId.Of(Request with { SubtitleFile = [1, 2] }, null), ExpressionRunId.Of(Request with { Options = new ExpressionOptions { MaxExpressions = 5 } }, null)];

        Assert.Distinct(ids);
    }

    [Fact]
    public void A_suffix_makes_a_fresh_run() => Assert.Equal(ExpressionRunId.Of(Request, null) + "-fresh", ExpressionRunId.Of(Request, "fresh"));
}
