using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Workflows.Bench.Review.Driving;
using Workflows.Planner;

namespace Workflows.Cli.Tests.Proofs;

/// <summary>A real process that is told to stop while it works.</summary>
public sealed class StopTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-stop-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_stop_lets_every_request_end_closes_the_file_and_the_review_goes_on_without_sending_one_again()
    {
        await using SimulatorProcess simulator = await SimulatorProcess.StartAsync("quick", 1);
        Dictionary<string, string> environment = new(simulator.Environment("quick")) { ["Workflows__DrainTimeout"] = "00:02:00" };
        // So slow that its request is still under way when the host has been told to stop and is asked how it is.
        await simulator.DawdleAsync("qwen3", 5);
        (string id, Outcome stopped, bool wasUnready) = await StopInTheMiddleAsync(simulator, environment);
        await simulator.DawdleAsync("qwen3", 0.05);

        Assert.True(stopped.ExitCode == 0, stopped.Error);
        Assert.True(wasUnready, "/health/ready did not answer 503 while the process stopped.");
        Assert.False(File.Exists(Path.Combine(_data, "workflows.db-wal")), "The data file was not closed.");
        Assert.Subset(await RecordedCalls.ReadAsync(Path.Combine(_data, "workflows.db")), (await simulator.CallsAsync()).Keys.ToHashSet());

        Outcome end = await Product.RunAsync(environment, "resume", id, "--data", _data, "--format", "json");
        Assert.True(end.ExitCode == 0, end.Error);
        Assert.All(await simulator.CallsAsync(), call => Assert.Equal(1, call.Value));
    }

    [Fact]
    public async Task The_containers_health_check_tells_a_host_that_serves_from_one_that_does_not()
    {
        await using ServeProcess server = await ServeProcess.StartAsync(new Dictionary<string, string>(), _data);
        string port = server.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(0, await HealthcheckAsync(port, "/health/ready"));
        Assert.Equal(0, await HealthcheckAsync(port, "/health/live"));
        Assert.NotEqual(0, await HealthcheckAsync(port, "/nowhere"));
        await server.TerminateAsync();
        await server.EndAsync();
        Assert.NotEqual(0, await HealthcheckAsync(port, "/health/live"));
    }

    private async Task<(string Id, Outcome Stopped, bool WasUnready)> StopInTheMiddleAsync(SimulatorProcess simulator, Dictionary<string, string> environment)
    {
        await using ServeProcess server = await ServeProcess.StartAsync(environment, _data);
        using HttpResponseMessage started = await server.Http.PostAsJsonAsync(new Uri("/api/v1/reviews", UriKind.Relative), new { diff = MadeUpChange.Of(6), title = "Part changes" }, Stop);
        string id = (await started.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString()!;
        while ((await simulator.CountersAsync("qwen3")).Running == 0)
        {
            Stop.ThrowIfCancellationRequested();
        }

        Task<Outcome> end = server.EndAsync();
        await server.TerminateAsync();
        bool wasUnready = false;
        while (!end.IsCompleted)
        {
            wasUnready |= await server.ProbeAsync("/health/ready") == HttpStatusCode.ServiceUnavailable;
        }

        return (id, await end, wasUnready);
    }

    private static async Task<int> HealthcheckAsync(string port, string path, [CallerFilePath] string source = "")
    {
        string script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../infra/container/healthcheck.sh"));
        using Process check = Process.Start(new ProcessStartInfo("bash", [script, port, path, "60"]) { RedirectStandardError = true })!;
        await check.WaitForExitAsync(Stop);
        return check.ExitCode;
    }
}
