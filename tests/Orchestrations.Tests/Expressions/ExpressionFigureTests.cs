using Workflows.Durable.Client;
using Workflows.Shared.Expressions;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Expressions;

/// <summary>What analyses tell the figures.</summary>
public sealed class ExpressionFigureTests
{
    [Fact]
    public async Task Each_chunk_is_told_once_with_its_seconds_and_the_end_with_the_expressions_by_their_timing()
    {
        await using TestFilm film = await TestFilm.StartAsync();

        ExpressionReport report = await film.RunAsync(45);

        Assert.Equal(Enumerable.Repeat(new ChunkNote { Outcome = "analysed", Seconds = 5 }, 45), film.Notes.SelectMany(note => note.Chunks));
        Assert.Equal((1, ExpressionStatus.Complete), (film.Notes.Count(note => note.Ended is not null), film.Notes.Last().Ended));
        Assert.Equal(report.Expressions.Count, film.Notes.Last().Kept.Values.Sum());
        Assert.All(film.Notes, note => Assert.InRange(note.Chunks.Count, 0, 20));
    }

    [Fact]
    public async Task A_chunk_that_fails_is_told_at_each_try()
    {
        await using TestFilm film = await TestFilm.StartAsync();
        film.Fault = (chunk, _) => chunk == 2 ? ModelSendStatus.Refused : null;

        await film.RunAsync(3);

        Assert.Equal(["analysed", "analysed", "failed", "failed"], film.Notes.SelectMany(note => note.Chunks).Select(chunk => chunk.Outcome).Order(StringComparer.Ordinal));
        Assert.Equal(ExpressionStatus.Partial, film.Notes.Last().Ended);
    }

    [Fact]
    public async Task Chunks_that_cannot_count_any_more_are_told_as_skipped()
    {
        await using TestFilm film = await TestFilm.StartAsync();

        await film.RunAsync(12, new ExpressionOptions { MaxExpressions = 3, Parallel = false });

        ChunkNote[] chunks = [.. film.Notes.SelectMany(note => note.Chunks)];
        Assert.Equal(12, chunks.Length);
        Assert.Contains(new ChunkNote { Outcome = "skipped" }, chunks);
        Assert.Equal(3, film.Notes.Last().Kept.Values.Sum());
    }

    [Fact]
    public async Task An_analysis_that_breaks_is_told_as_failed()
    {
        await using TestFilm film = await TestFilm.StartAsync();

        string id = await film.BeginAsync(new ExpressionWork { Folder = ExpressionContent.Folder("nothing"), ContentHash = "x", Options = new ExpressionOptions() });
        OrchestrationMetadata ended = await film.Client.WaitForInstanceCompletionAsync(id, TestContext.Current.CancellationToken);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal(ExpressionStatus.Failed, Assert.Single(film.Notes).Ended);
    }

    [Fact]
    public async Task Figures_that_cannot_be_told_cost_nobody_the_report()
    {
        await using TestFilm film = await TestFilm.StartAsync();
        film.AreFiguresBroken = true;

        Assert.Equal(ExpressionStatus.Complete, (await film.RunAsync(6)).Status);
    }
}
