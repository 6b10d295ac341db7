using System.Text.Json;
using Workflows.Activities.Expressions;
using Workflows.Activities.Tests.Content;
using Workflows.Shared.Expressions;
using Workflows.Shared.Subtitles;

namespace Workflows.Activities.Tests.Expressions;

public sealed class ExpressionSourceTests
{
    private const string Folder = "expressions/film/";

    private static readonly ExpressionOptions Options = new() { Level = LanguageLevel.C1 };

    public static TheoryData<string> Ways => ["text", "file", "segments"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_request_comes_back_as_it_was_given(string way)
    {
        MemoryContentStore store = new();
        ExpressionRequest request = Request(way);

        await ExpressionSource.WriteAsync(store, Folder, request, Stop);

        Assert.Equal(Json(request), Json(await ExpressionSource.ReadAsync(store, Folder, Stop)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_request_that_is_kept_whole_is_read_as_well(string way)
    {
        MemoryContentStore store = new();
        store.Put(ExpressionContent.Source(Folder), Json(Request(way)));

        Assert.Equal(Json(Request(way)), Json(await ExpressionSource.ReadAsync(store, Folder, Stop)));
    }

    [Fact]
    public async Task Without_its_subtitles_it_is_not_there()
    {
        MemoryContentStore store = new();
        store.Put(ExpressionContent.Source(Folder), "{}");

        Assert.Null(await ExpressionSource.ReadAsync(store, Folder, Stop));
        Assert.Null(await ExpressionSource.ReadAsync(store, "expressions/other/", Stop));
    }

    [Fact]
    public async Task To_keep_megabytes_takes_little_more_memory_than_they_have()
    {
        MemoryContentStore store = new();
        ExpressionRequest request = new() { Subtitles = string.Concat(Enumerable.Repeat("\"A line.\"\n", 250_000)) };
        long before = GC.GetAllocatedBytesForCurrentThread();

        string hash = ExpressionContent.Hash(request);
        Task kept = ExpressionSource.WriteAsync(store, Folder, request, Stop);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;

        // The text in UTF-8, and the copy that this store makes.
        await kept;
        Assert.Equal(64, hash.Length);
        Assert.InRange(taken, 0, 2.1 * request.Subtitles.Length);
    }

    private static ExpressionRequest Request(string way) => way switch
    {
        "text" => new ExpressionRequest { Subtitles = "1\n00:00:01,000 --> 00:00:02,000\n눈치를 \"보다\"\n", Options = Options },
        "file" => new ExpressionRequest { SubtitleFile = [0xFF, 0xFE, 0, 1, 200], Options = Options },
        _ => new ExpressionRequest { Segments = [new SubtitleSegment { Start = TimeSpan.FromSeconds(1), End = TimeSpan.FromSeconds(2), Text = "Hi." }], Options = Options },
    };

    private static string Json(ExpressionRequest? request) => JsonSerializer.Serialize(request, ExpressionJson.Options);
}
