using System.Globalization;
using System.Text.Json;
using Workflows.Bench.Debate;

string what = args.FirstOrDefault() ?? "all";
if (what is not ("all" or "document" or "target"))
{
    await Console.Error.WriteLineAsync("Usage: bench/Debate [all|document|target] [runs of each task]");
    return 2;
}

const double TimeScale = 4;
int runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
string tasks = Path.Combine(AppContext.BaseDirectory, "samples", "debates.jsonl");
int failed = 0;
if (what is "all" or "document")
{
    JsonElement report = await new Modes(4.5, 10.8, 14.2, 0).CompareAsync(tasks, runs, TimeScale);
    Print("the document's times (4.5, 10.8, 14.2 s)", report);
    Say("parallel, median", Latency(report, "parallel", "p50"), 25 * 1.05);
    Say("sequential, median", Latency(report, "sequential", "p50"), 29.5 * 1.05);
}

if (what is "all" or "target")
{
    JsonElement report = await new Modes(4, 7, 9, 0.2).CompareAsync(tasks, runs, TimeScale);
    Print("the target profile (4, 7, 9 s, 20 % more or less)", report);
    Say("parallel, mean", Latency(report, "parallel", "mean"), 20);
    Say("parallel, worst", Latency(report, "parallel", "worst"), 25);
}

return failed == 0 ? 0 : 1;

void Say(string figure, double seconds, double most)
{
    bool holds = seconds <= most;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(holds ? "ok  " : "FAIL")} {figure}: {seconds:0.00} s (limit: {most:0.00} s)"));
    failed += holds ? 0 : 1;
}

static void Print(string name, JsonElement report)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, simulated, {report.GetProperty("tasks").GetInt32() * report.GetProperty("runs").GetInt32()} debates in each mode:"));
    foreach (string mode in new[] { "parallel", "sequential" })
    {
        string passed = report.GetProperty(mode).GetProperty("gatePassRate").GetProperty("value").GetDouble().ToString("P0", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {mode,-10} mean {Latency(report, mode, "mean"):0.00} s, p50 {Latency(report, mode, "p50"):0.00} s, p95 {Latency(report, mode, "p95"):0.00} s, worst {Latency(report, mode, "worst"):0.00} s, gate {passed}"));
    }
}

static double Latency(JsonElement report, string mode, string figure) => report.GetProperty(mode).GetProperty("latency").GetProperty(figure).GetProperty("value").GetDouble();
