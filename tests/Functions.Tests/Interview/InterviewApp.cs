using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.FunctionsWorker.Builder;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary>The application, and a candidate who uses its routes.</summary>
internal sealed class InterviewApp : IAsyncDisposable
{
    private InterviewApp(TestApp app) => App = app;

    public TestApp App { get; }

    public static async Task<InterviewApp> StartAsync(double timeScale = 2, Action<FunctionsApplicationBuilder>? configure = null, params (string Key, string Value)[] settings) =>
        new(await TestApp.StartAsync(timeScale, configure, settings));

    public async Task<string> BeginAsync(object? body = null)
    {
        using HttpResponseMessage started = await App.Http.PostAsJsonAsync("/api/v1/interviews", body ?? new { role = "keeper", id = "mine" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        Assert.EndsWith($"/api/v1/interviews/{(await started.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()}", started.Headers.Location!.ToString(), StringComparison.Ordinal);
        return started.Headers.Location!.Segments[^1];
    }

    /// <summary>Waits for the question after a stage; null: the time was over.</summary>
    public async Task<InterviewState?> NextAsync(string id, string? after = null, string wait = "100")
    {
        using HttpResponseMessage response = await App.Http.GetAsync(new Uri($"/api/v1/interviews/{id}/next?wait={wait}{(after is null ? "" : $"&after={after}")}", UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadFromJsonAsync<InterviewState>(InterviewJson.Options, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SayAsync(string id, object answer) => App.Http.PostAsJsonAsync($"/api/v1/interviews/{id}/answers", answer, TestContext.Current.CancellationToken);

    public async Task<HttpStatusCode> StatusOfAsync(string id, object answer)
    {
        using HttpResponseMessage response = await SayAsync(id, answer);
        return response.StatusCode;
    }

    /// <summary>Answers every question that is still to come.</summary>
    public async Task<InterviewReport> HoldAsync(string id)
    {
        InterviewState? state = null;
        for (string? after = null; state?.IsEnded != true; after = state?.Stage?.Key ?? after)
        {
            state = await NextAsync(id, after);
            if (state is not { IsEnded: false, Stage: { } stage })
            {
                continue;
            }

            Assert.Equal(HttpStatusCode.Accepted, await StatusOfAsync(id, new { stage = stage.Key, text = $"In stage {stage.Number} I kept 40 letters in order, and nothing was lost." }));
        }

        return (await App.Http.GetFromJsonAsync<InterviewReport>($"/api/v1/interviews/{id}/report", InterviewJson.Options, TestContext.Current.CancellationToken))!;
    }

    /// <summary>Reads the events of an interview as they come.</summary>
    /// <param name="id">The interview.</param>
    /// <param name="next">Told of each line and of all until then; false: no more of them.</param>
    public async Task<List<string>> EventsAsync(string id, Func<string, List<string>, Task<bool>> next)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri($"/api/v1/interviews/{id}/events", UriKind.Relative));
        using HttpResponseMessage response = await App.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using StreamReader lines = new(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        List<string> read = [];
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            read.Add(line);
            if (!await next(line, read))
            {
                break;
            }
        }

        return read;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
