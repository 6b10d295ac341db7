using System.Diagnostics;
using Workflows.Planner;

foreach (string name in args.Length > 0 ? args : ["documents"])
foreach (int files in new[] { 10, 30, 50, 200 })
{
    Stopwatch watch = Stopwatch.StartNew();
    Plan plan = await ReviewPlanning.RunAsync(new PlanRequest { Files = files, Profile = PlanProfile.Get(name), Budget = null });
    Console.WriteLine($"{name} {files}: {plan.Makespan:F2} bound {plan.Bound.Seconds:F2} ({plan.OverBound:F3}) theirs {plan.DocumentsAlgorithm:F1} binds {plan.Binds}; {plan.Requests} requests, agree {plan.CountersAgree}, missing {plan.Missing.Count}, real {watch.Elapsed.TotalSeconds:F2} s");
    foreach (PoolUse use in plan.Pools) Console.WriteLine("  " + use);
}
