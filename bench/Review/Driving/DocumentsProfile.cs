using System.Text.Json;
using Workflows.Planner;

namespace Workflows.Bench.Review.Driving;

/// <summary>A review against the documents' slow timings and limits, sped up, with the simulator's own counters.</summary>
internal sealed record DocumentsProfile
{
    /// <summary>The report's own verdict.</summary>
    public required string Status { get; init; }

    /// <summary>Seconds of scaled time.</summary>
    public required double Seconds { get; init; }

    /// <summary>Counters of the primary model.</summary>
    public required Simulator.Models.ModelCounters Primary { get; init; }

    /// <summary>Counters of the secondary model.</summary>
    public required Simulator.Models.ModelCounters Secondary { get; init; }

    /// <summary>Runs a review of so many files at so many times the real speed.</summary>
    public static async Task<DocumentsProfile> RunAsync(int files, double timeScale)
    {
        string folder = Directory.CreateTempSubdirectory("workflows-documents-").FullName;
        try
        {
            await using SimulatorProcess simulator = await SimulatorProcess.StartAsync("documents", timeScale);
            string diff = Path.Combine(folder, "change.diff");
            await File.WriteAllTextAsync(diff, MadeUpChange.Of(files));
            Outcome outcome = await Product.RunAsync(
                simulator.Environment("documents"), "review", diff, "--title", "Part changes", "--data", Path.Combine(folder, "data"), "--format", "json",
                "--time-scale", timeScale.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (outcome.ExitCode > 1)
            {
                throw new InvalidOperationException($"workflows ended with {outcome.ExitCode}: {outcome.Error}");
            }

            JsonElement report = JsonDocument.Parse(outcome.Output).RootElement;
            return new DocumentsProfile
            {
                Status = report.GetProperty("status").GetString()!,
                Seconds = report.GetProperty("seconds").GetDouble(),
                Primary = await simulator.CountersAsync("qwen3"),
                Secondary = await simulator.CountersAsync("gptoss"),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
