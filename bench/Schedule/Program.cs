using System.Diagnostics;
using Workflows.Planner;

foreach (string name in args.Length > 0 ? args : ["documents"])
foreach (int files in (Environment.GetEnvironmentVariable("F") ?? "10 30 50").Split(" ").Select(int.Parse))
{
    Stopwatch watch = Stopwatch.StartNew();
    Plan plan = await ReviewPlanning.RunAsync(new PlanRequest { Files = files, Profile = PlanProfile.Get(name), Budget = null });
    Console.WriteLine($"{name} {files}: {plan.Makespan:F2} bound {plan.Bound.Seconds:F2} ({plan.OverBound:F3}) theirs {plan.DocumentsAlgorithm:F1} binds {plan.Binds}; {plan.Requests} requests, agree {plan.CountersAgree}, missing {plan.Missing.Count}, real {watch.Elapsed.TotalSeconds:F2} s");
    Workflows.Bench.Schedule.Timeline.Write(Console.Out, plan);
}
Console.WriteLine($"cpu {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F1} s");
