using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Bench.Consultation.Driving;
using Workflows.Bench.Expressions.Films;
using Workflows.Cli;
using Workflows.Shared.Expressions;

namespace Workflows.Bench.Expressions.Driving;

/// <summary><c>workflows serve</c> in a process of its own, asked over HTTP.</summary>
internal sealed class ServedExpressions : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly OtherProcess _process;
    private readonly HttpClient _http;

    private ServedExpressions(OtherProcess process, Uri address)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Starts it.</summary>
    /// <param name="models">What answers it.</param>
    /// <param name="folder">Where its data lie.</param>
    /// <param name="timeScale">How many times faster than real time.</param>
    public static async Task<ServedExpressions> StartAsync(SimulatedModels models, WorkFolder folder, double timeScale = 1)
    {
        OtherProcess process = OtherProcess.Start(
            typeof(CliProgram).Assembly.Location,
            models.Environment,
            "serve", "--urls", "http://127.0.0.1:0", "--data", folder.Fresh(""), "--time-scale", timeScale.ToString(CultureInfo.InvariantCulture));
        return new ServedExpressions(process, await process.ListensAtAsync(onError: true));
    }

    /// <summary>Has a film analysed.</summary>
    /// <exception cref="InvalidOperationException">It did not end complete, with so many chunks.</exception>
    public async Task<ExpressionReport> AnalyseAsync(int chunks, int seed, bool isParallel = true)
    {
        ExpressionRequest request = new() { Subtitles = MadeUpFilm.Of(chunks, seed), Options = new ExpressionOptions { Parallel = isParallel } };
        using HttpResponseMessage started = await _http.PostAsJsonAsync("/api/v1/expressions", request, ExpressionJson.Options);
        started.EnsureSuccessStatusCode();
        while (true)
        {
            await Task.Delay(BetweenLooks);
            JsonElement state = await _http.GetFromJsonAsync<JsonElement>(started.Headers.Location);
            if (state.GetProperty("status").GetString() is "queued" or "running")
            {
                continue;
            }

            ExpressionReport? report = state.TryGetProperty("result", out JsonElement result) ? result.Deserialize<ExpressionReport>(ExpressionJson.Options) : null;
            return report is { Status: ExpressionStatus.Complete } && report.Chunks == chunks ? report : throw new InvalidOperationException($"The analysis ended as {state}.");
        }
    }

    /// <summary>Megabytes of it that are in memory.</summary>
    public double Resident() => Megabytes("VmRSS");

    /// <summary>Megabytes of <see cref="Resident"/> that are files: programs, and what the journal has mapped.</summary>
    public double Files() => Megabytes("RssFile");

    /// <summary>The most megabytes of it that were in memory since <see cref="ForgetPeak"/>.</summary>
    public double Peak() => Megabytes("VmHWM");

    /// <summary>Begins the peak anew.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _process.DisposeAsync();
    }

    private double Megabytes(string name)
    {
        string line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
