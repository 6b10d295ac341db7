using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Durable.Client;
using Workflows.Orchestrations.Debate;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Debate;

/// <summary>The rollout's operators through the whole application.</summary>
public sealed class RolloutRoutesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rollout_that_has_not_begun_shows_the_configured_stages_and_says_when_it_begins()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1, settings: [("Debates:Rollout:Stages:0", "10"), ("Debates:Rollout:Stages:1", "100")]);

        JsonElement view = await LookAsync(app);

        Assert.Equal(("not_begun", 0, 0), (view.GetProperty("status").GetString(), view.GetProperty("share").GetInt32(), view.GetProperty("stage").GetInt32()));
        Assert.Equal([10, 100], view.GetProperty("stages").EnumerateArray().Select(stage => stage.GetInt32()));
        Assert.Equal("It begins with the first debate in mode auto of a complexity below 5.", Assert.Single(view.GetProperty("missing").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_stage_that_is_watched_shows_its_figures_its_time_and_what_is_missing()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1);
        await BeginAsync(app);
        await SignalAsync(app, nameof(DebateRollout.Observe), new RolloutOutcome(1, DebateMode.Sequential, Passed: true, 29.5));
        await SignalAsync(app, nameof(DebateRollout.Observe), new RolloutOutcome(1, DebateMode.Sequential, Passed: false, 30.5));

        JsonElement view = await LookAsync(app);

        Assert.Equal(("watching", 5, 1), (view.GetProperty("status").GetString(), view.GetProperty("share").GetInt32(), view.GetProperty("stage").GetInt32()));
        Assert.Equal(TimeSpan.FromHours(24), view.GetProperty("canEndAt").GetDateTimeOffset() - view.GetProperty("since").GetDateTimeOffset());
        JsonElement arm = view.GetProperty("sequential");
        Assert.Equal((2, 0.5, 30.0), (arm.GetProperty("count").GetInt32(), arm.GetProperty("passRate").GetDouble(), arm.GetProperty("meanSeconds").GetDouble()));
        Assert.Equal(JsonValueKind.Null, view.GetProperty("parallel").GetProperty("passRate").ValueKind);
        Assert.Equal("The stage waits for debates in parallel: 0 of 100 have ended.", view.GetProperty("missing")[1].GetString());
        Assert.Equal("stage", Assert.Single(view.GetProperty("history").EnumerateArray()).GetProperty("event").GetString());
    }

    [Theory]
    [InlineData("pause", "paused", 5)]
    [InlineData("advance", "watching", 25)]
    [InlineData("roll-back", "rolled_back", 0)]
    public async Task A_change_is_answered_with_the_rollout_as_it_then_stands(string operation, string status, int share)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1);
        await BeginAsync(app);

        using HttpResponseMessage answer = await PostAsync(app, operation, """{"reason": "a test"}""");
        JsonElement view = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((status, share), (view.GetProperty("status").GetString(), view.GetProperty("share").GetInt32()));
        Assert.Equal("a test", view.GetProperty("history").EnumerateArray().Last().GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_refused_change_is_409_with_the_reason()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1);

        using HttpResponseMessage answer = await PostAsync(app, "pause", null);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("The rollout can be paused only while a stage is watched; now it has not begun.", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Two_operators_at_once_both_learn_what_came_of_it()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1);
        await BeginAsync(app);

        HttpResponseMessage[] answers = await Task.WhenAll(PostAsync(app, "pause", null), PostAsync(app, "pause", null));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task A_change_that_is_sent_twice_under_one_id_is_made_once()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1);
        await BeginAsync(app);
        const string body = """{"reason": "enough seen", "id": "mine"}""";

        HttpResponseMessage[] answers = await Task.WhenAll(PostAsync(app, "advance", body), PostAsync(app, "advance", body));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(25, (await LookAsync(app)).GetProperty("share").GetInt32());
        using HttpResponseMessage other = await PostAsync(app, "pause", body);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("watching", (await LookAsync(app)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_could_steer_a_terminal_in_a_reason_is_made_visible()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1);
        await BeginAsync(app);

        using HttpResponseMessage answer = await PostAsync(app, "roll-back", """{"reason": "a\u001b[2Jb\nc"}""");

        Assert.Equal("a[U+001B][2Jb c", (await LookAsync(app)).GetProperty("history").EnumerateArray().Last().GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("no JSON", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("""{"reason": 7}""", "reason")]
    [InlineData("""{"why": "a typo"}""", "why")]
    [InlineData("""{"id": "a b"}""", "id")]
    [InlineData("""{"id": ""}""", "id")]
    public async Task A_bad_body_is_400_that_names_the_field_and_changes_nothing(string body, string field)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1);
        await BeginAsync(app);

        using HttpResponseMessage answer = await PostAsync(app, "pause", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Equal("watching", (await LookAsync(app)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData(201, "reason")]
    [InlineData(10_000, "body")]
    public async Task A_reason_that_is_too_long_is_400(int length, string field)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1);

        using HttpResponseMessage answer = await PostAsync(app, "pause", JsonSerializer.Serialize(new { reason = new string('x', length) }));

        Assert.Equal([field], (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task An_unknown_operation_is_404_and_names_the_known_ones()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1);

        using HttpResponseMessage answer = await PostAsync(app, "Pause", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("pause, resume, advance, roll-back", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_rollout_there_is_nothing_to_change()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 1, settings: [("Debates:Rollout:Enabled", "false")]);

        using HttpResponseMessage answer = await PostAsync(app, "pause", null);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("disabled", (await LookAsync(app)).GetProperty("status").GetString());
    }

    private static Task BeginAsync(TestApp app) => SignalAsync(app, nameof(DebateRollout.Choose), new RolloutAsk("debate", 3));

    private static async Task SignalAsync(TestApp app, string operation, object input)
    {
        await app.Client.Entities.SignalEntityAsync(DebateRollout.Id, operation, input, cancellation: Stop);
        await app.Engine.Core.Work.WhenIdleAsync(Stop);
    }

    private static Task<JsonElement> LookAsync(TestApp app) => app.Http.GetFromJsonAsync<JsonElement>("/api/v1/debate-rollout", Stop);

    private static async Task<HttpResponseMessage> PostAsync(TestApp app, string operation, string? body)
    {
        using StringContent? content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await app.Http.PostAsync(new Uri($"/api/v1/debate-rollout/{operation}", UriKind.Relative), content, Stop);
    }
}
