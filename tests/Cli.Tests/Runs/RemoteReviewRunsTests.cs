using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Workflows.Cli.Tests.Runs;

public sealed class RemoteReviewRunsTests : IDisposable
{
    private readonly TestCli _cli = new() { OpensRuns = true };

    [Fact]
    public async Task A_review_is_posted_polled_and_printed()
    {
        await using TestServer server = await TestServer.StartAsync((request, number) => number switch
        {
            1 => NotFound(),
            2 => Results.Accepted("/somewhere", new { id = JsonDocument.Parse(request.Body).RootElement.GetProperty("id").GetString(), statusUrl = "http://elsewhere.example/x" }),
            3 => State("running", completed: 1),
            4 => State("running", completed: 2),
            _ => State("completed", result: true),
        });

        Assert.Equal(ExitCode.Done, await ReviewAsync(server));

        Assert.Equal(["GET", "POST", "GET", "GET", "GET"], server.Requests.Select(request => request.Line.Split(' ')[0]));
        using JsonDocument body = JsonDocument.Parse(server.Requests[1].Body);
        Assert.Equal(TestCli.Diff, body.RootElement.GetProperty("diff").GetString());
        Assert.Equal("T", body.RootElement.GetProperty("title").GetString());
        Assert.Equal($"GET /api/v1/reviews/{body.RootElement.GetProperty("id").GetString()}", server.Requests[0].Line);
        Assert.Contains("All is well.", _cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_that_is_under_way_is_attached_to()
    {
        await using TestServer server = await TestServer.StartAsync((_, number) => number < 3 ? State("running", completed: 1) : State("completed", result: true));

        Assert.Equal(ExitCode.Done, await ReviewAsync(server));

        Assert.DoesNotContain(server.Requests, request => request.Line.StartsWith("POST", StringComparison.Ordinal));
        Assert.Contains("attached", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_names_the_field_and_answers_2()
    {
        await using TestServer server = await TestServer.StartAsync((_, number) => number == 1
            ? NotFound()
            : Results.ValidationProblem(new Dictionary<string, string[]> { ["rules"] = ["The rules are\u001b[31m too long."] }, detail: "x"));

        Assert.Equal(ExitCode.BadUsage, await ReviewAsync(server));

        Assert.Contains("refuses the request: rules: The rules are", _cli.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', _cli.Error);
    }

    [Fact]
    public async Task A_server_that_is_busy_for_a_moment_is_asked_again()
    {
        await using TestServer server = await TestServer.StartAsync((_, number) => number <= 3 ? Results.StatusCode(503) : State("completed", result: true));

        Assert.Equal(ExitCode.Done, await _cli.RunAsync("resume", "review-1", "--server", server.Url));
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_given_up_with_one_line()
    {
        await using TestServer server = await TestServer.StartAsync((_, _) => Results.StatusCode(503));

        Assert.Equal(ExitCode.Failed, await _cli.RunAsync("status", "review-1", "--server", server.Url));

        Assert.Equal(6, server.Requests.Count);
        Assert.Contains("answered with status 503", Assert.Single(_cli.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_one_line()
    {
        string url;
        await using (TestServer server = await TestServer.StartAsync((_, _) => NotFound()))
        {
            url = server.Url;
        }

        Assert.Equal(ExitCode.Failed, await ReviewAsync(url));

        Assert.Contains("cannot be reached", Assert.Single(_cli.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using TestServer server = await TestServer.StartAsync((_, _) => Results.Redirect("http://127.0.0.1:1/elsewhere"));

        Assert.Equal(ExitCode.Failed, await _cli.RunAsync("status", "review-1", "--server", server.Url));

        Assert.Contains("redirects to http://127.0.0.1:1/elsewhere", Assert.Single(_cli.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<html>hello</html>")]
    [InlineData("application/json", "[1, 2")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "{\"id\": \"x\", \"status\": \"sleepy\"}")]
    public async Task An_answer_of_another_kind_of_server_is_one_line(string type, string body)
    {
        await using TestServer server = await TestServer.StartAsync((_, _) => Results.Content(body, type));

        Assert.Equal(ExitCode.Failed, await _cli.RunAsync("status", "review-1", "--server", server.Url));

        Assert.Contains("is the address right?", Assert.Single(_cli.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_found_is_told_apart_from_a_run_that_is_not_found()
    {
        await using TestServer other = await TestServer.StartAsync((_, _) => Results.NotFound());
        Assert.Equal(ExitCode.Failed, await _cli.RunAsync("status", "review-1", "--server", other.Url));
        Assert.Contains("there is no Workflows server", _cli.ErrorLines[^1], StringComparison.Ordinal);

        await using TestServer server = await TestServer.StartAsync((_, _) => NotFound());
        Assert.Equal(ExitCode.BadUsage, await _cli.RunAsync("status", "review-1", "--server", server.Url));
        Assert.Contains("there is no run review-1 on", _cli.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_goes_into_a_header_and_its_lack_is_explained()
    {
        await using TestServer server = await TestServer.StartAsync((_, number) => number == 1 ? Results.Unauthorized() : State("completed", result: true));
        Assert.Equal(ExitCode.Failed, await _cli.RunAsync("status", "review-1", "--server", server.Url));
        Assert.Contains("WORKFLOWS_KEY", _cli.ErrorLines[^1], StringComparison.Ordinal);

        _cli.ServerKey = "secret";
        Assert.Equal(ExitCode.Done, await _cli.RunAsync("status", "review-1", "--server", server.Url));
        Assert.Equal([null, "secret"], server.Requests.Select(request => request.Key));
    }

    [Fact]
    public async Task A_list_takes_all_pages_and_reviews_alone_the_latest_first()
    {
        await using TestServer server = await TestServer.StartAsync((_, number) => number == 1
            ? new FirstPage(Results.Json(new[] { Instance("review-1", "PullRequestReview", 1), Instance("review-1:file-0", "FileReview", 2) }), "more")
            : Results.Json(new[] { Instance("review-2", "PullRequestReview", 3) }));

        Assert.Equal(ExitCode.Done, await _cli.RunAsync("list", "--status", "running", "--server", server.Url));

        Assert.Equal(["review-2", "review-1"], _cli.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Equal([null, "more"], server.Requests.Select(request => request.Continuation));
        Assert.Contains("runtimeStatus=Running,ContinuedAsNew", Uri.UnescapeDataString(server.Requests[0].Line), StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();

    private Task<int> ReviewAsync(TestServer server) => ReviewAsync(server.Url);

    private Task<int> ReviewAsync(string url) => _cli.RunAsync("review", _cli.DiffFile(), "--title", "T", "--server", url);

    private static IResult NotFound() => Results.Problem("There is no run.", statusCode: 404);

    private static object Instance(string id, string name, int second) => new
    {
        name, instanceId = id, runtimeStatus = "Running", createdTime = $"2026-01-01T00:00:0{second}Z", lastUpdatedTime = $"2026-01-01T00:00:0{second}Z",
    };

    private static IResult State(string status, int completed = 0, bool result = false) => Results.Json(new
    {
        id = "review-1",
        status,
        progress = new { completed, total = 4, percent = 25 * completed, message = "reviewing" },
        result = result ? new { id = "review-1", status = "complete", summary = "All is well." } : null,
    });

    private sealed class FirstPage(IResult page, string continuation) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers["x-ms-continuation-token"] = continuation;
            return page.ExecuteAsync(httpContext);
        }
    }
}
