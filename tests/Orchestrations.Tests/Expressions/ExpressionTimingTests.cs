using Workflows.Shared.Expressions;

namespace Workflows.Orchestrations.Tests.Expressions;

/// <summary>How long analyses take.</summary>
public sealed class ExpressionTimingTests
{
    [Fact]
    public async Task Twelve_chunks_of_five_seconds_are_at_least_3_8_times_faster_with_five_workers_and_give_the_same()
    {
        await using TestFilm film = await TestFilm.StartAsync();

        ExpressionReport sequential = await film.RunAsync(12, new ExpressionOptions { Parallel = false });
        ExpressionReport parallel = await film.RunAsync(12);

        Assert.InRange(sequential.Seconds / parallel.Seconds, 3.8, 4.0);
        Assert.Equal((1, 5), (sequential.Workers, parallel.Workers));
        Assert.Equal(25, sequential.Expressions.Count);
        Assert.Equivalent(sequential.Expressions, parallel.Expressions, strict: true);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(400)]
    public async Task The_time_is_that_of_the_workers_always_busy(int chunks)
    {
        await using TestFilm film = await TestFilm.StartAsync();

        ExpressionReport report = await film.RunAsync(chunks);

        Assert.Equal((chunks, (2 * chunks) + 1), (report.Chunks, report.Expressions.Count));
        Assert.InRange(report.Seconds / (Math.Ceiling(chunks / 5.0) * 5), 1, 1.05);
    }

    [Fact]
    public async Task A_slow_chunk_of_a_batch_holds_up_none_of_the_next()
    {
        await using TestFilm film = await TestFilm.StartAsync();
        film.Seconds = chunk => chunk == 20 ? 200 : 5;

        ExpressionReport report = await film.RunAsync(60);

        Assert.InRange(report.Seconds, 200, 220);
    }

    [Fact]
    public async Task No_more_are_asked_at_once_than_there_are_workers()
    {
        await using TestFilm film = await TestFilm.StartAsync(slots: 30);

        ExpressionReport report = await film.RunAsync(60, new ExpressionOptions { Workers = 3 });

        Assert.InRange(report.Seconds, 100, 101);
    }

    [Fact]
    public async Task By_itself_there_are_no_more_workers_than_the_models_take_calls_at_once()
    {
        await using TestFilm film = await TestFilm.StartAsync(slots: 2);

        Assert.Equal(2, (await film.RunAsync(6)).Workers);
    }

    [Fact]
    public async Task Larger_chunks_go_first_in_parallel_and_the_films_order_is_kept_in_sequence()
    {
        int[] bySize = [8, 3, 11, 6, 1, 9, 4, 12, 7, 2, 10, 5];
        await using TestFilm parallel = await TestFilm.StartAsync();
        await using TestFilm sequential = await TestFilm.StartAsync();
        parallel.Longer = sequential.Longer = chunk => 6 * (11 - Array.IndexOf(bySize, chunk));
        parallel.Seconds = chunk => 5 + Array.IndexOf(bySize, chunk);

        await parallel.RunAsync(12);
        await sequential.RunAsync(12, new ExpressionOptions { Parallel = false });

        Assert.Equal(bySize[..5].Order(), parallel.Asked.Take(5).Order());
        Assert.Equal(bySize[5..], parallel.Asked.Skip(5));
        Assert.Equal(Enumerable.Range(1, 12), sequential.Asked);
    }
}
