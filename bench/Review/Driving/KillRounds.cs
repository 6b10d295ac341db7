using System.Diagnostics;
using System.Text.Json;
using Workflows.Planner;

namespace Workflows.Bench.Review.Driving;

/// <summary>
/// Kills a review again and again in the middle, starts it again each time, and holds the report and the calls against an undisturbed run.
/// </summary>
internal sealed record KillRounds
{
    /// <summary>Kills that struck a running process.</summary>
    public int Kills { get; private set; }

    /// <summary>Model calls in the undisturbed run.</summary>
    public int Calls { get; private set; }

    /// <summary>Calls that were sent again because the kill came before their answers were recorded.</summary>
    public long SentAgain { get; private set; }

    /// <summary>Digests of calls that were sent again although their answers had been recorded: must be none.</summary>
    public HashSet<string> Repeated { get; } = [];

    /// <summary>Reviews that were killed and went on to their ends.</summary>
    public int Reviews { get; private set; }

    /// <summary>How many of them gave another report than the undisturbed one: must be none.</summary>
    public int OtherReports { get; private set; }

    /// <summary>Runs the rounds.</summary>
    /// <param name="files">Files in the reviewed diff.</param>
    /// <param name="kills">How many kills must strike; a review that ends before is followed by another one.</param>
    /// <param name="seed">Seed of the moments.</param>
    /// <param name="say">Takes progress lines.</param>
    public static async Task<KillRounds> RunAsync(int files, int kills, int seed, Action<string> say)
    {
        string folder = Directory.CreateTempSubdirectory("workflows-kill-").FullName;
        try
        {
            await using SimulatorProcess simulator = await SimulatorProcess.StartAsync("quick", 1);
            KillRounds rounds = new();
            await rounds.RunAsync(simulator, folder, files, kills, new Random(seed), say);
            return rounds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync(SimulatorProcess simulator, string folder, int files, int kills, Random random, Action<string> say)
    {
        IReadOnlyDictionary<string, string> environment = simulator.Environment("quick");
        string diff = Path.Combine(folder, "change.diff");
        await File.WriteAllTextAsync(diff, MadeUpChange.Of(files));
        Stopwatch clock = Stopwatch.StartNew();
        Outcome calm = Expect(await Product.RunAsync(environment, Review(diff, Path.Combine(folder, "calm"))));
        double work = JsonDocument.Parse(calm.Output).RootElement.GetProperty("seconds").GetDouble() * 1000;
        double startup = clock.Elapsed.TotalMilliseconds - work;
        Calls = (int)(await simulator.CallsAsync()).Values.Sum();
        say($"undisturbed: {Calls} calls in {work / 1000:F1} s after {startup / 1000:F1} s of starting");

        while (Kills < kills)
        {
            string data = Path.Combine(folder, $"killed-{Reviews}");
            Dictionary<string, long> before = await simulator.CallsAsync();
            List<(HashSet<string> Recorded, Dictionary<string, long> Seen)> moments = [];
            Outcome? end = null;
            while (end is null && Kills < kills)
            {
                int wait = (int)((startup * (0.6 + (0.6 * random.NextDouble()))) + (2 * work / kills * random.NextDouble()));
                end = await RunForAsync(environment, diff, data, wait);
                if (end is null)
                {
                    moments.Add(await LookAsync(simulator, data));
                    say($"kill {Kills} after {wait} ms: {moments[^1].Recorded.Count} answers recorded");
                    end = await ReportOfEndedAsync(environment, data);
                }
            }

            end = Expect(end ?? await Product.RunAsync(environment, Review(diff, data)));
            Judge(calm, end, before, moments, await simulator.CallsAsync());
        }
    }

    private void Judge(
        Outcome calm, Outcome end, Dictionary<string, long> before, List<(HashSet<string> Recorded, Dictionary<string, long> Seen)> moments, Dictionary<string, long> after)
    {
        Reviews++;
        OtherReports += ComparableReport.Of(calm.Output) == ComparableReport.Of(end.Output) ? 0 : 1;
        SentAgain += after.Sum(call => Math.Max(0, call.Value - before.GetValueOrDefault(call.Key) - 1));
        foreach ((HashSet<string> recorded, Dictionary<string, long> seen) in moments)
        {
            Repeated.UnionWith(recorded.Where(digest => after[digest] != seen[digest]));
        }
    }

    private static async Task<(HashSet<string> Recorded, Dictionary<string, long> Seen)> LookAsync(SimulatorProcess simulator, string data)
    {
        string file = Path.Combine(data, "workflows.db");
        return (File.Exists(file) ? await RecordedCalls.ReadAsync(file) : [], await simulator.CallsAsync());
    }

    /// <returns>How the process ended by itself, or null when it was killed.</returns>
    private async Task<Outcome?> RunForAsync(IReadOnlyDictionary<string, string> environment, string diff, string data, int milliseconds)
    {
        using Process process = Product.Start(environment, Review(diff, data));
        Task<Outcome> end = Product.EndOfAsync(process);
        if (await Task.WhenAny(end, Task.Delay(milliseconds)) == end)
        {
            return await end;
        }

        process.Kill();
        await end;
        Kills++;
        return null;
    }

    /// <summary>The report of a review that had ended when its process was killed: the same command would rightly start it anew.</summary>
    private static async Task<Outcome?> ReportOfEndedAsync(IReadOnlyDictionary<string, string> environment, string data)
    {
        string file = Path.Combine(data, "workflows.db");
        if (!File.Exists(file) || !await RecordedCalls.HasEndedAsync(file))
        {
            return null;
        }

        Outcome list = await Product.RunAsync(environment, "list", "--data", data, "--format", "json");
        string id = JsonDocument.Parse(list.Output).RootElement.EnumerateArray().First().GetProperty("id").GetString()!;
        return await Product.RunAsync(environment, "resume", id, "--data", data, "--format", "json");
    }

    private static string[] Review(string diff, string data) => ["review", diff, "--title", "Part changes", "--data", data, "--format", "json"];

    private static Outcome Expect(Outcome outcome) => outcome.ExitCode == 0
        ? outcome
        : throw new InvalidOperationException($"workflows ended with {outcome.ExitCode}: {outcome.Error}");
}
