using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Models;
using Workflows.Shared.Expressions;
using Workflows.Shared.Models;

namespace Workflows.Functions.Expressions;

public sealed class ExpressionRoutesTests
{
    private static readonly byte[] Harbour = Encoding.UTF8.GetBytes(TestApp.Sample("harbour.srt"));

    [Fact]
    public async Task An_analysis_runs_to_a_report_whose_expressions_have_times_inside_the_film()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 4);

        ExpressionReport report = await FindAsync(app, new { subtitle_file = Harbour, options = new { level = "B2", chunk_characters = 1_000, max_expressions = 6 } });

        Assert.Equal((ExpressionStatus.Complete, LanguageLevel.B2, 6, true), (report.Status, report.Options.Level, report.Expressions.Count, report.Simulated));
        Assert.All(report.Expressions, one => Assert.True(one.Timing is null || (one.Timing.Start >= report.Subtitles.Start && one.Timing.End <= report.Subtitles.End)));
        Assert.Contains(report.Expressions, one => one.Timing is not null);
    }

    [Theory]
    [InlineData("", "application/json", "{\n")]
    [InlineData("?format=json", "application/json", "{\n")]
    [InlineData("?format=csv", "text/csv", "\uFEFFexpression,translation,")]
    [InlineData("?format=anki", "text/plain", "#separator:tab\n")]
    [InlineData("?format=TEXT", "text/plain", "1. ")]
    public async Task An_ended_analysis_is_exported(string query, string type, string beginning)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 4);
        await FindAsync(app, new { segments = new[] { new { start = 1.0, end = 4.0, text = "Take it easy, we are running out of time. Don't beat around the bush." } }, id = "mine" });

        using HttpResponseMessage response = await app.Http.GetAsync(new Uri($"/api/v1/expressions/mine/export{query}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        string body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith(beginning, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_under_way_the_same_request_attaches_another_is_refused_and_there_is_nothing_to_export()
    {
        await using TestApp app = await TestApp.StartAsync(configure: builder => builder.Services.AddSingleton<IModelClient>(new SilentModels()));
        object film = new { subtitle_file = Harbour, id = "mine" };

        Assert.Equal(HttpStatusCode.Accepted, await StatusOfAsync(app, film));
        Assert.Equal(HttpStatusCode.Accepted, await StatusOfAsync(app, film));
        Assert.Equal(HttpStatusCode.Conflict, await StatusOfAsync(app, new { subtitle_file = Harbour, options = new { level = "C1" }, id = "mine" }));
        Assert.Equal(HttpStatusCode.Conflict, await StatusOfAsync(app, new { segments = new[] { new { start = 1, end = 2, text = "Take it easy." } }, id = "mine" }));
        using HttpResponseMessage export = await app.Http.GetAsync(new Uri("/api/v1/expressions/mine/export", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, export.StatusCode);
    }

    [Fact]
    public async Task While_it_is_under_way_its_state_tells_the_chunks_that_have_failed()
    {
        await using TestApp app = await TestApp.StartAsync(configure: builder => builder.Services.AddSingleton<IModelClient>(new SilentModels { Refused = "lifesaver" }));
        await StatusOfAsync(app, new { subtitle_file = Harbour, options = new { chunk_characters = 1_000 }, id = "mine" });

        JsonElement state;
        do
        {
            state = await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/expressions/mine", TestContext.Current.CancellationToken);
        }
        while (!state.TryGetProperty("failed_chunks", out JsonElement failed) || failed.GetArrayLength() == 0);

        Assert.Equal([1], state.GetProperty("failed_chunks").Deserialize<int[]>()!);
        Assert.Equal("running", state.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_run_of_another_kind_is_no_analysis()
    {
        await using TestApp app = await TestApp.StartAsync(configure: builder => builder.Services.AddSingleton<IModelClient>(new SilentModels()));
        using HttpResponseMessage debate = await app.Http.PostAsJsonAsync("/api/v1/debates", new { goal = "Is it so?", id = "mine" }, TestContext.Current.CancellationToken);

        using HttpResponseMessage state = await app.Http.GetAsync(new Uri("/api/v1/expressions/mine", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, state.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, await StatusOfAsync(app, new { subtitle_file = Harbour, id = "mine" }));
    }

    private static async Task<HttpStatusCode> StatusOfAsync(TestApp app, object body)
    {
        using HttpResponseMessage response = await app.Http.PostAsJsonAsync("/api/v1/expressions", body, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<ExpressionReport> FindAsync(TestApp app, object body)
    {
        using HttpResponseMessage started = await app.Http.PostAsJsonAsync("/api/v1/expressions", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        string id = (await started.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
        await app.Client.WaitForInstanceCompletionAsync(id, TestContext.Current.CancellationToken);
        JsonElement state = await app.Http.GetFromJsonAsync<JsonElement>(started.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("completed", state.GetProperty("status").GetString());
        return state.GetProperty("result").Deserialize<ExpressionReport>(ExpressionJson.Options)!;
    }

    /// <summary>Models that never answer.</summary>
    private sealed class SilentModels : IModelClient
    {
        /// <summary>What is refused at once because this is said in it; null: nothing.</summary>
        public string? Refused { get; init; }

        public async Task<ModelSendOutcome> SendAsync(ModelPool pool, ModelSend send, int promptTokens, TimeSpan timeout, CancellationToken cancellationToken)
        {
            if (Refused is null || !send.Request.Prompt.User.Contains(Refused, StringComparison.Ordinal))
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return new ModelSendOutcome { Status = ModelSendStatus.Refused, Error = "No.", SentAt = send.Lease.GrantedAt };
        }
    }
}
