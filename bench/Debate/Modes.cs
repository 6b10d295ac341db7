using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Bench.Review.Driving;

namespace Workflows.Bench.Debate;

/// <summary>Both modes through the real program, against the simulator as a process of its own.</summary>
/// <param name="Thesis">Seconds of the thesis.</param>
/// <param name="Antithesis">Seconds of the antithesis.</param>
/// <param name="Synthesis">Seconds of the synthesis.</param>
/// <param name="Spread">By which share of its time a call takes more or less, at most.</param>
internal sealed record Modes(double Thesis, double Antithesis, double Synthesis, double Spread)
{
    /// <summary>Compares them (<c>workflows debate-ab</c>).</summary>
    /// <param name="tasks">The tasks' file.</param>
    /// <param name="runs">How often each task is debated in each mode.</param>
    /// <param name="timeScale">How many times faster than real time.</param>
    /// <returns>The command's JSON.</returns>
    public async Task<JsonElement> CompareAsync(string tasks, int runs, double timeScale)
    {
        string scale = timeScale.ToString(CultureInfo.InvariantCulture);
        string folder = Directory.CreateTempSubdirectory("workflows-debates-").FullName;
        string configuration = Path.Combine(folder, "simulator.json");
        await File.WriteAllTextAsync(configuration, Configuration().ToJsonString());
        using System.Diagnostics.Process simulator = Product.Launch(
            typeof(Simulator.SimulatorServer).Assembly.Location, new Dictionary<string, string>(), "--urls", "http://127.0.0.1:0", "--config", configuration, "--time-scale", scale);
        try
        {
            string line = await simulator.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await simulator.StandardError.ReadToEndAsync());
            Dictionary<string, string> environment = new()
            {
                ["Models__Pools__debate__Endpoint"] = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)),
                ["Models__Pools__debate__Model"] = "debate",
            };
            Outcome outcome = await Product.RunAsync(
                environment, "debate-ab", tasks, "--runs", runs.ToString(CultureInfo.InvariantCulture), "--format", "json", "--data", Path.Combine(folder, "data"), "--time-scale", scale);
            return outcome.ExitCode == 0 ? JsonDocument.Parse(outcome.Output).RootElement : throw new InvalidOperationException($"workflows ended with {outcome.ExitCode}: {outcome.Error}");
        }
        finally
        {
            simulator.Kill();
            await simulator.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private JsonObject Configuration() => new()
    {
        ["profile"] = "documents",
        ["models"] = new JsonObject
        {
            ["debate"] = new JsonObject
            {
                ["tasks"] = new JsonObject { ["thesis"] = Task(Thesis), ["antithesis"] = Task(Antithesis), ["synthesis"] = Task(Synthesis) },
            },
        },
    };

    private JsonObject Task(double seconds) => new()
    {
        ["latency"] = new JsonObject { ["kind"] = "uniform", ["min"] = seconds * (1 - Spread), ["max"] = seconds * (1 + Spread) },
    };
}
