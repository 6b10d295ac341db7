using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Durable.Client;
using Workflows.Shared.Debate;

namespace Workflows.Functions.Debate;

public sealed class DebateRoutesTests
{
    private static readonly object[] Evidence =
    [
        new { id = "archive", title = "The archive", text = "The archive holds forty thousand letters. Scanning one letter takes two minutes. Most letters were never read." },
        new { id = "budget", text = "The budget of the year pays one half position for scanning the letters." },
    ];

    [Fact]
    public async Task A_debate_runs_to_a_report_whose_citations_stand()
    {
        await using TestApp app = await TestApp.StartAsync();

        DebateReport report = await DebateAsync(app, new { goal = "Should the letters of the archive be scanned?", evidence = Evidence, mode = "parallel", id = "mine" });

        Assert.Equal((DebateMode.Parallel, "asked for", "passed", true), (report.Mode, report.ModeReason, report.Gate.Status, report.Simulated));
        Assert.Equal(["thesis", "antithesis", "synthesis"], report.Personas.Select(persona => persona.Persona));
        Assert.All(report.Personas, persona => Assert.NotNull(persona.Output));
        Assert.Equal(["archive", "budget"], report.EvidenceShown);
        Assert.Empty(report.Fallbacks);
    }

    [Fact]
    public async Task A_Korean_debate_is_answered_in_Korean_with_citations_that_stand()
    {
        await using TestApp app = await TestApp.StartAsync();

        DebateReport report = await DebateAsync(app, new
        {
            goal = "편지를 스캔해야 하는가?",
            evidence = new[] { new { id = "records", text = "기록관에는 편지 사만 통이 있다. 편지 한 통을 스캔하는 데 이 분이 걸린다. 대부분의 편지는 아무도 읽지 않았다." } },
        });

        Assert.Equal("passed", report.Gate.Status);
        Assert.Contains("종합한 결론", report.Synthesis.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_at_its_longest_fits_into_a_request_also_when_each_character_is_escaped()
    {
        await using TestApp app = await TestApp.StartAsync();
        string escaped = JsonSerializer.Serialize(new { goal = "?", plan = new string('가', DebateRules.LongestPlan), evidence = new[] { new { id = "a", text = new string('가', DebateRules.LongestEvidence + 1) } } });

        using HttpResponseMessage response = await app.Http.PostAsync(new Uri("/api/v1/debates", UriKind.Relative), new StringContent(escaped, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.InRange(escaped.Length, 12_000_000, int.MaxValue);
        Assert.Equal("evidence", problem.GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Fact]
    public async Task The_ledger_comes_as_JSON_Lines_in_the_documents_shape()
    {
        await using TestApp app = await TestApp.StartAsync();
        await DebateAsync(app, new { goal = "Should the letters be scanned?", evidence = Evidence, mode = "sequential", id = "mine" });

        using HttpResponseMessage response = await app.Http.GetAsync(new Uri("/api/v1/debates/mine/ledger", UriKind.Relative), TestContext.Current.CancellationToken);
        string[] lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("application/jsonl", response.Content.Headers.ContentType?.MediaType);
        JsonElement start = lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).Single(entry => entry.GetProperty("event").GetString() == "parallel_execution_start");
        Assert.Equal(["event", "task_id", "at", "offset_ms", "mode", "thesis_start_ms", "antithesis_start_ms"], start.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("mine", "sequential"), (start.GetProperty("task_id").GetString(), start.GetProperty("mode").GetString()));
        Assert.True(start.GetProperty("antithesis_start_ms").GetInt64() > start.GetProperty("thesis_start_ms").GetInt64());
        Assert.Contains("\"event\":\"debate_end\"", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_id_and_a_run_of_another_kind_are_404_and_an_id_of_another_request_is_409()
    {
        await using TestApp app = await TestApp.StartAsync();
        await DebateAsync(app, new { goal = "Should the letters be scanned?", id = "mine" });

        foreach (string path in new[] { "nobody", "nobody/ledger", Uri.EscapeDataString("mine:thesis"), Uri.EscapeDataString("mine:thesis") + "/ledger", "@x@y", "@x@y/ledger" })
        {
            using HttpResponseMessage response = await app.Http.GetAsync(new Uri($"/api/v1/debates/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        using HttpResponseMessage other = await app.Http.PostAsJsonAsync("/api/v1/debates", new { goal = "Something else?", id = "mine" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Theory]
    [InlineData("""{}""", "goal")]
    [InlineData("""{"goal": "  "}""", "goal")]
    [InlineData("""{"goal": 7}""", "goal")]
    [InlineData("""{"goal": "g", "complexity": 11}""", "complexity")]
    [InlineData("""{"goal": "g", "complexity": "high"}""", "complexity")]
    [InlineData("""{"goal": "g", "mode": "both"}""", "mode")]
    [InlineData("""{"goal": "g", "evidence": [{"id": "a b", "text": "t"}]}""", "evidence[0].id")]
    [InlineData("""{"goal": "g", "evidence": [{"id": "a", "text": "t"}, {"id": "a", "text": "t"}]}""", "evidence[1].id")]
    [InlineData("""{"goal": "g", "evidence": [{"id": "a"}]}""", "evidence[0].text")]
    [InlineData("""{"goal": "g", "evidence": [null]}""", "evidence[0].id")]
    [InlineData("""{"goal": "g", "id": "no spaces, please"}""", "id")]
    [InlineData("""{"goal": "g", "complexty": 3}""", "complexty")]
    [InlineData("""{"goal": "g", "evidenceFiles": ["a.md"]}""", "evidenceFiles")]
    [InlineData("""{"goal": "g", "evidence": [{"id": "a", "txt": "t"}]}""", "evidence[0].txt")]
    [InlineData("this is no JSON", "body")]
    [InlineData("null", "body")]
    public async Task Bad_input_is_a_400_that_names_the_field_and_starts_nothing(string body, string field)
    {
        await using TestApp app = await TestApp.StartAsync();
        using StringContent content = new(body, Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await app.Http.PostAsync(new Uri("/api/v1/debates", UriKind.Relative), content, TestContext.Current.CancellationToken);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Empty(await app.CallsAsync());
    }

    [Theory]
    [InlineData("Debates:EvidenceToken", "100", "Debates:EvidenceToken is not a known key")]
    [InlineData("Debates:Gate:Quote", "1", "Debates:Gate:Quote is not a known key")]
    [InlineData("Debates:PersonaSeconds", "soon", "Debates:PersonaSeconds")]
    [InlineData("Debates:SlackWebhook", "hooks.slack.test/secret", "Debates:SlackWebhook: is no http or https address.")]
    [InlineData("Debates:Rollout:WatchHours", "0", "Debates:Rollout:WatchHours: must be above 0")]
    [InlineData("Debates:Rollout:Stages:0", "5", "Debates:Rollout:Stages: must rise")]
    [InlineData("Debates:Rollout:Stages", "5,25", "Debates:Rollout:Stages is a list; set Debates:Rollout:Stages:0, Debates:Rollout:Stages:1 and so on.")]
    [InlineData("Debates:Rollout:Stages:0", "abc", "Debates:Rollout:Stages:0 must be a whole number.")]
    [InlineData("Debates:Gate", "5", "Debates:Gate has no value of its own; set the keys below it.")]
    [InlineData("Debates:Rollout:Share", "5", "Debates:Rollout:Share is not a known key")]
    [InlineData("Debates:Gate:StandingShare", "2", "Debates:Gate:StandingShare: must be from 0 to 1")]
    public async Task A_setting_that_nothing_reads_or_that_cannot_be_kept_is_refused_at_the_start(string key, string value, string fault)
    {
        Exception refusal = await Assert.ThrowsAnyAsync<Exception>(() => TestApp.StartAsync(settings: [(key, value)]));

        Assert.Contains(fault, refusal.ToString(), StringComparison.Ordinal);
    }

    private static async Task<DebateReport> DebateAsync(TestApp app, object body)
    {
        using HttpResponseMessage started = await app.Http.PostAsJsonAsync("/api/v1/debates", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        string id = (await started.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
        await app.Client.WaitForInstanceCompletionAsync(id, TestContext.Current.CancellationToken);
        JsonElement state = await app.Http.GetFromJsonAsync<JsonElement>(started.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("completed", state.GetProperty("status").GetString());
        return state.GetProperty("result").Deserialize<DebateReport>(DebateJson.Options)!;
    }
}
