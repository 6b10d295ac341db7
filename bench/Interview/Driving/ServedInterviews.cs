using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Bench.Consultation.Driving;
using Workflows.Cli;
using Workflows.Shared.Interview;

namespace Workflows.Bench.Interview.Driving;

/// <summary><c>workflows serve</c> in a process of its own, asked over HTTP; it can be killed and started again on its data.</summary>
internal sealed class ServedInterviews : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private readonly InterviewModels _models;
    private readonly string _data;
    private readonly double _timeScale;
    private OtherProcess? _process;
    private volatile HttpClient _http = new();

    private ServedInterviews(InterviewModels models, string data, double timeScale)
    {
        _models = models;
        _data = data;
        _timeScale = timeScale;
    }

    /// <summary>Starts it.</summary>
    public static async Task<ServedInterviews> StartAsync(InterviewModels models, string data, double timeScale)
    {
        ServedInterviews served = new(models, data, timeScale);
        await served.StartAsync();
        return served;
    }

    /// <summary>Kills it and starts it again.</summary>
    public async Task KillAsync()
    {
        await _process!.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Begins an interview, under an id of its own.</summary>
    public async Task BeginAsync(string id)
    {
        using HttpResponseMessage response = await SendAsync(http => http.PostAsJsonAsync("/api/v1/interviews", new { id, role = "keeper of the archive", answer_minutes = 600 }));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The interview as it stands.</summary>
    public async Task<InterviewState> StateAsync(string id)
    {
        using HttpResponseMessage response = await SendAsync(http => http.GetAsync(new Uri($"/api/v1/interviews/{id}", UriKind.Relative)));
        return (await response.Content.ReadFromJsonAsync<InterviewState>(InterviewJson.Options))!;
    }

    /// <summary>Waits for the question after a stage; null: the time was over.</summary>
    public async Task<InterviewState?> NextAsync(string id, string after)
    {
        using HttpResponseMessage response = await SendAsync(http => http.GetAsync(new Uri($"/api/v1/interviews/{id}/next?wait=120&after={after}", UriKind.Relative)));
        return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadFromJsonAsync<InterviewState>(InterviewJson.Options);
    }

    /// <summary>Answers; after a kill nobody knows whether an answer arrived, so it is sent again.</summary>
    public async Task SayAsync(string id, string stage, string text)
    {
        using HttpResponseMessage response = await SendAsync(http => http.PostAsJsonAsync($"/api/v1/interviews/{id}/answers", new { stage, text }));
        if (response.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.OK))
        {
            throw new InvalidOperationException($"The answer of {id}, {stage} was answered with {response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>The report.</summary>
    public async Task<InterviewReport> ReportAsync(string id)
    {
        using HttpResponseMessage response = await SendAsync(http => http.GetAsync(new Uri($"/api/v1/interviews/{id}/report", UriKind.Relative)));
        return JsonSerializer.Deserialize<InterviewReport>(await response.Content.ReadAsStringAsync(), InterviewJson.Options)!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process!.DisposeAsync();
    }

    private async Task StartAsync()
    {
        _process = OtherProcess.Start(
            typeof(CliProgram).Assembly.Location, _models.Environment, "serve", "--urls", "http://127.0.0.1:0", "--data", _data, "--time-scale", _timeScale.ToString(CultureInfo.InvariantCulture));
        _http = new HttpClient { BaseAddress = await _process.ListensAtAsync(onError: true) };
    }

    /// <summary>While the process is away, and while it is stopped, again and again.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpClient, Task<HttpResponseMessage>> send)
    {
        while (true)
        {
            try
            {
                HttpResponseMessage response = await send(_http);
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The next try may find it.
            }

            await Task.Delay(BetweenTries);
        }
    }
}
