using Workflows.Durable.Client;
using Workflows.Shared.Expressions;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Expressions;

/// <summary>Analyses whose models fail, whose host goes down, and which stop early.</summary>
public sealed class ExpressionFaultTests
{
    private const int Chunks = 30;

    [Theory]
    [InlineData(ModelSendStatus.Unavailable)]
    [InlineData(ModelSendStatus.Invalid)]
    [InlineData(ModelSendStatus.RateLimited)]
    [InlineData(ModelSendStatus.Failed)]
    public async Task With_a_third_of_all_requests_failing_the_result_is_that_of_an_undisturbed_run(ModelSendStatus status)
    {
        await using TestFilm film = await TestFilm.StartAsync();
        ExpressionReport undisturbed = await film.RunAsync(Chunks);
        Random random = new(8);
        film.Fault = (_, _) => { lock (random) { return random.NextDouble() < 0.3 ? status : null; } };

        ExpressionReport report = await film.RunAsync(Chunks);

        Assert.Empty(report.FailedChunks);
        Assert.Equivalent(undisturbed.Expressions, report.Expressions, strict: true);
    }

    [Fact]
    public async Task A_storm_of_limits_is_waited_out()
    {
        await using TestFilm film = await TestFilm.StartAsync();
        ExpressionReport undisturbed = await film.RunAsync(Chunks);
        int left = 40;
        film.Fault = (_, _) => Interlocked.Decrement(ref left) >= 0 ? ModelSendStatus.RateLimited : null;

        ExpressionReport report = await film.RunAsync(Chunks);

        Assert.Empty(report.FailedChunks);
        Assert.Equivalent(undisturbed.Expressions, report.Expressions, strict: true);
    }

    [Fact]
    public async Task Limits_shrink_how_many_are_asked_at_once_then_open_the_breaker_and_all_grows_back()
    {
        const int stormBegins = 20;
        const int stormEnds = 140;
        await using TestFilm film = await TestFilm.StartAsync();
        film.Fault = (_, _) => film.Now is >= stormBegins and < stormEnds ? ModelSendStatus.RateLimited : null;

        ExpressionReport report = await film.RunAsync(100);

        Assert.Equal((ExpressionStatus.Complete, 201), (report.Status, report.Expressions.Count));
        (double At, int AtOnce)[] load = [.. film.Load];
        Assert.Equal(5, load.Where(one => one.At < stormBegins).Max(one => one.AtOnce));
        (double At, int AtOnce)[] late = [.. load.Where(one => one.At is >= stormBegins + 40 and < stormEnds)];
        Assert.All(late, one => Assert.Equal(1, one.AtOnce));

        // Five seconds a call and, with an open breaker, up to 15 s and a quarter between two.
        Assert.Contains(late.Zip(late.Skip(1)), pair => pair.Second.At - pair.First.At > 10);
        Assert.InRange(late.Length, 2, 12);
        Assert.Equal(5, load.Where(one => one.At > stormEnds).Max(one => one.AtOnce));
        Assert.InRange(report.Seconds, stormEnds, stormEnds + 130);
    }

    [Fact]
    public async Task A_chunk_that_fails_twice_is_named_with_its_reason_and_the_rest_counts()
    {
        await using TestFilm film = await TestFilm.StartAsync();
        film.Fault = (chunk, _) => chunk is 7 or 21 ? ModelSendStatus.Refused : null;

        ExpressionReport report = await film.RunAsync(Chunks);

        Assert.Equal(ExpressionStatus.Partial, report.Status);
        Assert.Equal([(7, 2, "No model takes this prompt."), (21, 2, "No model takes this prompt.")], report.FailedChunks.Select(chunk => (chunk.Chunk, chunk.Attempts, chunk.Reason)));
        Assert.Equal(Chunks - 2, report.Expressions.Select(expression => expression.Chunk).Distinct().Count());
    }

    [Fact]
    public async Task A_chunk_that_fails_once_is_tried_again_alone_after_the_others()
    {
        await using TestFilm film = await TestFilm.StartAsync();
        film.Fault = (chunk, number) => chunk == 7 && number == 1 ? ModelSendStatus.Refused : null;

        ExpressionReport report = await film.RunAsync(Chunks);

        Assert.Equal(ExpressionStatus.Complete, report.Status);
        Assert.Equal(7, film.Asked.Last());
        Assert.Equal(Chunks + 1, film.Asked.Count);
    }

    [Fact]
    public async Task When_no_chunk_succeeds_the_report_says_that_it_failed()
    {
        await using TestFilm film = await TestFilm.StartAsync();
        film.Fault = (_, _) => ModelSendStatus.Refused;

        ExpressionReport report = await film.RunAsync(3);

        Assert.Equal((ExpressionStatus.Failed, 3, 0), (report.Status, report.FailedChunks.Count, report.Expressions.Count));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(27)]
    public async Task A_host_that_goes_down_loses_nothing(int seconds)
    {
        await using TestFilm film = await TestFilm.StartAsync();
        ExpressionReport undisturbed = await film.RunAsync(Chunks);
        await using TestFilm crashing = await TestFilm.StartAsync(byHand: true);
        string id = await crashing.BeginAsync(crashing.Keep(Chunks));
        await crashing.PassAsync(TimeSpan.FromSeconds(seconds));

        await crashing.RestartAsync();
        await crashing.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equivalent(undisturbed.Expressions, (await crashing.EndAsync(id)).Expressions, strict: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public async Task A_maximum_gives_the_first_of_the_film_in_parallel_and_in_sequence_and_stops_what_cannot_count(int most)
    {
        await using TestFilm film = await TestFilm.StartAsync();
        film.Seconds = chunk => 1 + (chunk * 7 % 10);

        ExpressionReport sequential = await film.RunAsync(100, new ExpressionOptions { Parallel = false, MaxExpressions = most });
        int asked = film.Asked.Count;
        ExpressionReport parallel = await film.RunAsync(100, new ExpressionOptions { MaxExpressions = most });

        Assert.Equal(most, parallel.Expressions.Count);
        Assert.Equivalent(sequential.Expressions, parallel.Expressions, strict: true);
        Assert.InRange(asked, sequential.CountedChunks, sequential.CountedChunks + 1);
        Assert.InRange(film.Asked.Count - asked, 1, parallel.CountedChunks + 25);
    }

    [Fact]
    public async Task A_test_run_asks_about_one_chunk()
    {
        await using TestFilm film = await TestFilm.StartAsync();

        ExpressionReport report = await film.RunAsync(Chunks, new ExpressionOptions { Test = true });

        Assert.Equal([1], film.Asked);
        Assert.Equal((Chunks, 1, ExpressionStatus.Complete), (report.Chunks, report.CountedChunks, report.Status));
    }

    [Fact]
    public async Task Progress_names_the_chunks_that_failed_so_far()
    {
        await using TestFilm film = await TestFilm.StartAsync(byHand: true);
        film.Fault = (chunk, number) => chunk == 2 && number == 1 ? ModelSendStatus.Refused : null;
        string id = await film.BeginAsync(film.Keep(12));

        await film.PassAsync(TimeSpan.FromSeconds(7));

        ExpressionProgress progress = (await film.Client.GetInstanceAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken))!.ReadCustomStatusAs<ExpressionProgress>()!;
        Assert.Equal((5, 12), (progress.Completed, progress.Total));
        Assert.Equal([2], progress.FailedChunks);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_content_is_deleted_however_it_ends_and_nothing_of_it_is_in_a_failure(bool broken)
    {
        await using TestFilm film = await TestFilm.StartAsync();
        ExpressionWork work = film.Keep(3);
        if (broken)
        {
            film.Store.Put(ExpressionContent.Source(work.Folder), """{"subtitles": "no cue, but secret words"}""");
        }

        string id = await film.BeginAsync(work);
        OrchestrationMetadata ended = await film.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);

        Assert.Equal(broken ? OrchestrationRuntimeStatus.Failed : OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Empty(film.Store.Keys);
        Assert.DoesNotContain("secret words", ended.FailureDetails?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_deletes_nothing_takes_no_report_away()
    {
        await using TestFilm film = await TestFilm.StartAsync();
        film.Store.RefusesDeletion = true;

        Assert.Equal(ExpressionStatus.Complete, (await film.RunAsync(3)).Status);
    }

    [Fact]
    public async Task Raw_answers_are_kept_where_they_are_asked_for()
    {
        await using TestFilm film = await TestFilm.StartAsync();

        ExpressionReport report = await film.RunAsync(4, new ExpressionOptions { SaveOutput = true });

        Assert.Equal([1, 2, 3, 4], report.RawAnswers!.Select(answer => answer.Chunk));
        Assert.Null((await film.RunAsync(4)).RawAnswers);
    }
}
