using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Workflows.Functions.PullRequestReview;

public sealed class ReviewRoutesTests
{
    [Fact]
    public async Task A_start_answers_202_with_id_and_status_url_and_no_management_urls()
    {
        await using TestApp app = await TestApp.StartAsync();

        using HttpResponseMessage response = await app.Http.PostAsJsonAsync(
            "/api/v1/reviews", new { diff = TestApp.Sample("report-export.diff"), id = "mine" }, TestContext.Current.CancellationToken);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(["id", "statusUrl"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("mine", answer.GetProperty("id").GetString());
        Assert.Equal(response.Headers.Location!.ToString(), answer.GetProperty("statusUrl").GetString());
    }

    [Fact]
    public async Task The_state_of_a_run_tells_its_progress_in_the_documented_shape()
    {
        await using TestApp app = await TestApp.StartAsync();
        await app.ReviewAsync(new { diff = TestApp.Sample("report-export.diff"), id = "shape" });

        JsonElement state = await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/reviews/shape", TestContext.Current.CancellationToken);

        Assert.Equal(["id", "status", "progress", "result"], state.EnumerateObject().Select(member => member.Name));
        Assert.Equal(100, state.GetProperty("progress").GetProperty("percent").GetInt32());
        Assert.Equal("complete", state.GetProperty("result").GetProperty("status").GetString());
        Assert.True(state.GetProperty("result").GetProperty("simulated").GetBoolean());
    }

    [Fact]
    public async Task An_unknown_id_and_a_run_of_another_kind_are_404()
    {
        await using TestApp app = await TestApp.StartAsync();
        await app.ReviewAsync(new { diff = TestApp.Sample("report-export.diff"), id = "whole" });

        foreach (string id in new[] { "nobody", Uri.EscapeDataString("whole:file-0"), "@x@y" })
        {
            using HttpResponseMessage response = await app.Http.GetAsync(new Uri($"/api/v1/reviews/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("""{"title": "no diff"}""", "diff")]
    [InlineData("""{"diff": ""}""", "diff")]
    [InlineData("""{"diff": "just some text"}""", "diff")]
    [InlineData("""{"diff": 7}""", "diff")]
    [InlineData("""{"diff": "x", "id": "no spaces, please"}""", "id")]
    [InlineData("this is no JSON", "body")]
    [InlineData("null", "body")]
    public async Task Bad_input_is_a_400_that_names_the_field_and_starts_nothing(string body, string field)
    {
        await using TestApp app = await TestApp.StartAsync();
        using StringContent content = new(body, Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await app.Http.PostAsync(new Uri("/api/v1/reviews", UriKind.Relative), content, TestContext.Current.CancellationToken);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        Assert.Empty(await app.Client.GetAllInstancesAsync().ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_request_under_the_same_id_is_accepted_every_time_and_another_one_is_refused()
    {
        await using TestApp app = await TestApp.StartAsync();
        var body = new { diff = TestApp.Sample("report-export.diff"), id = "once" };

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(_ => app.Http.PostAsJsonAsync("/api/v1/reviews", body, TestContext.Current.CancellationToken)));
        await app.Client.WaitForInstanceCompletionAsync("once", TestContext.Current.CancellationToken);
        HttpResponseMessage later = await app.Http.PostAsJsonAsync("/api/v1/reviews", body, TestContext.Current.CancellationToken);
        HttpResponseMessage other = await app.Http.PostAsJsonAsync(
            "/api/v1/reviews", new { diff = TestApp.Sample("order-discounts.diff"), id = "once" }, TestContext.Current.CancellationToken);

        Assert.All(answers.Append(later), answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task A_diff_as_plain_text_is_taken_with_its_title_in_the_query()
    {
        await using TestApp app = await TestApp.StartAsync();
        using StringContent content = new(TestApp.Sample("report-export.diff"), Encoding.UTF8, "text/x-diff");

        using HttpResponseMessage response = await app.Http.PostAsync(new Uri("/api/v1/reviews?title=Export", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }
}
