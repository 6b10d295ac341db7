using Workflows.Shared.Expressions;

namespace Workflows.Shared.Tests.Expressions;

public sealed class ExpressionRulesTests
{
    private static readonly ExpressionRequest Request = new() { Subtitles = "1" };

    [Fact]
    public void The_defaults_are_the_documents()
    {
        ExpressionOptions options = new();

        Assert.Null(ExpressionRules.Check(Request));
        Assert.Empty(ExpressionRules.Warnings(options));
        Assert.Equal((true, null, 5_000, 1, 3, null, 300, "ko"), (options.Parallel, options.Workers, options.ChunkCharacters, options.MinPerChunk, options.MaxPerChunk, options.MaxExpressions, options.TimeoutSeconds, options.Language));
        Assert.Equal(5, ExpressionRules.AutomaticWorkers);
    }

    [Fact]
    public void Subtitles_are_given_in_one_way()
    {
        Assert.Equal("subtitles", ExpressionRules.Check(new ExpressionRequest())?.Field);
        Assert.Equal("subtitles", ExpressionRules.Check(Request with { Segments = [] })?.Field);
        Assert.Null(ExpressionRules.Check(new ExpressionRequest { SubtitleFile = [1] }));
        Assert.Null(ExpressionRules.Check(new ExpressionRequest { Segments = [] }));
    }

    [Fact]
    public void What_cannot_work_is_refused_by_its_name()
    {
        (string Name, ExpressionOptions Options)[] wrong =
        [
            ("level", new() { Level = (LanguageLevel)9 }),
            ("language", new() { Language = "xx" }),
            ("workers", new() { Workers = 0 }),
            ("workers", new() { Workers = 51 }),
            ("chunk_characters", new() { ChunkCharacters = 499 }),
            ("max_per_chunk", new() { MaxPerChunk = 11 }),
            ("min_per_chunk", new() { MinPerChunk = 4 }),
            ("min_per_chunk", new() { MinPerChunk = 0 }),
            ("max_expressions", new() { MaxExpressions = 0 }),
            ("timeout_seconds", new() { TimeoutSeconds = 0 }),
        ];

        Assert.Equal(wrong.Select(one => "options." + one.Name), wrong.Select(one => ExpressionRules.Check(Request with { Options = one.Options })?.Field));
        Assert.Equal("min_per_chunk is 4; it is a whole number from 1 to 3.", ExpressionRules.Check(new ExpressionOptions { MinPerChunk = 4 })?.Fault);
    }

    [Theory]
    [InlineData(10, true, 0)]
    [InlineData(11, true, 1)]
    [InlineData(11, false, 0)]
    public void More_than_ten_workers_are_warned_of(int workers, bool parallel, int warnings) =>
        Assert.Equal(warnings, ExpressionRules.Warnings(new ExpressionOptions { Workers = workers, Parallel = parallel }).Count);

    [Theory]
    [InlineData(true, null, 5, 40, 5)]
    [InlineData(true, null, 50, 40, 5)]
    [InlineData(true, null, 3, 40, 3)]
    [InlineData(true, null, 0, 40, 1)]
    [InlineData(true, 12, 5, 40, 12)]
    [InlineData(true, 12, 5, 4, 4)]
    [InlineData(false, 12, 5, 40, 1)]
    public void Workers_are_set_or_as_many_as_the_models_allow_up_to_five(bool parallel, int? set, int allowed, int chunks, int workers) =>
        Assert.Equal(workers, ExpressionRules.Workers(new ExpressionOptions { Parallel = parallel, Workers = set }, allowed, chunks));
}
