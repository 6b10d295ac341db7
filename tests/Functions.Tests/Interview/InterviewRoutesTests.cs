using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Models;
using Workflows.Shared.Interview;
using Workflows.Shared.Models;

namespace Workflows.Functions.Interview;

public sealed class InterviewRoutesTests
{
    [Fact]
    public async Task An_interview_is_held_over_HTTP_to_its_report()
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        string id = await app.BeginAsync(new { role = "keeper of the archive", language = "en", resume = "I kept the letters of the harbour museum for four years.", job_description = "Order forty thousand letters." });

        InterviewReport report = await app.HoldAsync(id);

        Assert.Equal((InterviewEnd.Complete, 15, true), (report.Status, report.Stages.Count, report.Simulated));
        Assert.All(report.Stages, stage => Assert.InRange(stage.Analysis!.Score, 1, 5));
        Assert.Equal(13, report.Stages.Count(stage => stage.QuestionKind == QuestionKind.Generated));
        string text = await app.App.Http.GetStringAsync(new Uri($"/api/v1/interviews/{id}/report?format=text", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("Interview for keeper of the archive: complete, 15 of 15 questions answered", text, StringComparison.Ordinal);
        JsonElement state = await app.App.Http.GetFromJsonAsync<JsonElement>($"/api/v1/interviews/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(("completed", 100), (state.GetProperty("status").GetString(), state.GetProperty("progress").GetProperty("percent").GetInt32()));
        Assert.Equal(HttpStatusCode.Conflict, await app.StatusOfAsync(id, new { text = "One more thing." }));
    }

    [Fact]
    public async Task In_Korean_questions_and_report_are_Korean()
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        string id = await app.BeginAsync(new { role = "아키비스트", language = "ko" });

        InterviewReport report = await app.HoldAsync(id);

        Assert.All(report.Stages, stage => Assert.Contains(stage.Question, letter => letter is >= '가' and <= '힣'));
        Assert.Contains("모의 요약", report.Summary?.Overall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_names_the_open_question_and_the_same_request_attaches()
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        object body = new { role = "keeper", id = "mine" };
        await app.BeginAsync(body);
        await app.BeginAsync(body);

        InterviewState state = (await app.NextAsync("mine"))!;

        Assert.Equal((1, "self-introduction", InterviewPhase.Asking, QuestionKind.Own), (state.Stage!.Number, state.Stage.Key, state.Phase, state.Stage.QuestionKind));
        using HttpResponseMessage other = await app.App.Http.PostAsJsonAsync("/api/v1/interviews", new { role = "another", id = "mine" }, TestContext.Current.CancellationToken);
        using HttpResponseMessage report = await app.App.Http.GetAsync(new Uri("/api/v1/interviews/mine/report", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (other.StatusCode, report.StatusCode));
    }

    [Fact]
    public async Task An_answer_is_idempotent_for_its_stage_and_the_first_one_wins()
    {
        await using InterviewApp app = await InterviewApp.StartAsync(timeScale: 1);
        string id = await app.BeginAsync();
        await app.NextAsync(id);

        Assert.Equal(HttpStatusCode.Accepted, await app.StatusOfAsync(id, new { text = "I am a keeper." }));
        Assert.Equal(HttpStatusCode.OK, await app.StatusOfAsync(id, new { stage = "self-introduction", text = "I am a keeper." }));
        Assert.Equal(HttpStatusCode.OK, await app.StatusOfAsync(id, new { stage = "1", text = " I am a keeper. " }));
        Assert.Equal(HttpStatusCode.Conflict, await app.StatusOfAsync(id, new { stage = "자기소개", text = "I am another." }));
        Assert.Equal(HttpStatusCode.Conflict, await app.StatusOfAsync(id, new { stage = "closing", text = "Goodbye." }));
        Assert.Equal(HttpStatusCode.BadRequest, await app.StatusOfAsync(id, new { stage = "no such stage", text = "What?" }));
        Assert.Equal("motivation", (await app.NextAsync(id, "self-introduction"))!.Stage!.Key);
    }

    [Fact]
    public async Task Nothing_new_in_time_is_no_content()
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        string id = await app.BeginAsync();
        await app.NextAsync(id);

        Assert.Null(await app.NextAsync(id, "self-introduction", "1.5"));
    }

    [Theory]
    [InlineData("{\"role\": \"\"}", "role")]
    [InlineData("{\"language\": \"de\"}", "language")]
    [InlineData("{\"stages\": \"intro\"}", "stages")]
    [InlineData("{\"answer_minutes\": 0}", "answer_minutes")]
    [InlineData("{\"id\": \"a b\"}", "id")]
    [InlineData("{\"rol\": \"x\"}", "rol")]
    [InlineData("[", "body")]
    public async Task What_cannot_be_an_interview_is_refused_by_its_field(string body, string field)
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await app.App.Http.PostAsync(new Uri("/api/v1/interviews", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/next")]
    [InlineData("/events")]
    [InlineData("/report")]
    public async Task What_is_no_interview_is_not_found(string route)
    {
        await using InterviewApp app = await InterviewApp.StartAsync(configure: builder => builder.Services.AddSingleton<IModelClient>(new SilentModels()));
        using HttpResponseMessage debate = await app.App.Http.PostAsJsonAsync("/api/v1/debates", new { goal = "Is it so?", id = "other" }, TestContext.Current.CancellationToken);

        foreach (string id in new[] { "nobody", "other", "@ModelFleet@default" })
        {
            using HttpResponseMessage response = await app.App.Http.GetAsync(new Uri($"/api/v1/interviews/{id}{route}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_deleted_interview_leaves_nothing()
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        string id = await app.BeginAsync(new { role = "keeper", resume = "Secret letters." });
        await app.NextAsync(id);
        await app.StatusOfAsync(id, new { text = "I am a keeper." });

        using HttpResponseMessage deleted = await app.App.Http.DeleteAsync(new Uri($"/api/v1/interviews/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        using HttpResponseMessage again = await app.App.Http.DeleteAsync(new Uri($"/api/v1/interviews/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, again.StatusCode));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(app.App.Services.GetRequiredService<Runtime.Host.EmbeddedHostOptions>().DataFolder, "content", "interviews")));
        await foreach (Durable.Client.OrchestrationMetadata instance in app.App.Client.GetAllInstancesAsync())
        {
            Assert.DoesNotContain(id, instance.InstanceId, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_events_tell_stages_questions_and_the_end()
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        string id = await app.BeginAsync();

        List<string> events = await app.EventsAsync(id, async (line, _) =>
        {
            if (line == "event: question")
            {
                Assert.Equal(HttpStatusCode.Accepted, await app.StatusOfAsync(id, new { text = "I kept 40 letters in order, and nothing was lost." }));
            }

            return line != "event: end";
        });

        InterviewReport report = (await app.App.Http.GetFromJsonAsync<InterviewReport>($"/api/v1/interviews/{id}/report", InterviewJson.Options, TestContext.Current.CancellationToken))!;
        string[] names = [.. events.Where(line => line.StartsWith("event: ", StringComparison.Ordinal)).Select(line => line["event: ".Length..])];
        Assert.Equal(("stage", "question"), (names[0], names.First(name => name is not ("stage" or "token"))));
        Assert.Equal((15, "end"), (names.Count(name => name == "question"), names[^1]));
        Assert.Contains(events, line => line.Contains(report.Stages[^1].Question[..20], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scenario_that_cannot_be_used_stops_the_start_with_the_reason()
    {
        Microsoft.Extensions.Options.OptionsValidationException refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => InterviewApp.StartAsync(settings: [("Interviews:ScenarioFile", "no-such-file.json"), ("Interviews:Reminders", "4"), ("Interviews:Nonsense", "1")]));

        Assert.Contains(refused.Failures, failure => failure.Contains("Interviews:ScenarioFile: There is no such file.", StringComparison.Ordinal));
        Assert.Contains(refused.Failures, failure => failure.Contains("Interviews:Reminders", StringComparison.Ordinal));
        Assert.Contains(refused.Failures, failure => failure.Contains("Nonsense", StringComparison.Ordinal));
    }

    /// <summary>Models that never answer.</summary>
    private sealed class SilentModels : IModelClient
    {
        public async Task<ModelSendOutcome> SendAsync(ModelPool pool, ModelSend send, int promptTokens, TimeSpan timeout, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new ModelSendOutcome { Status = ModelSendStatus.Refused };
        }
    }
}
