using System.Globalization;
using Workflows.Bench.Expressions;
using Workflows.Bench.Interview;

string what = args.FirstOrDefault() ?? "all";
if (what is not ("all" or "virtual" or "kill" or "wait"))
{
    await Console.Error.WriteLineAsync("Usage: bench/Interview [all|virtual|kill|wait] [number of interviews] [seed]");
    return 2;
}

int? count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : null;
int seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 20261129;
Verdict verdict = new();
if (what is "all" or "virtual")
{
    await ManyInterviews.RunAsync(verdict, count ?? 200, seed);
}

if (what is "all" or "kill")
{
    await KilledHost.RunAsync(verdict, count ?? 30, seed);
}

if (what is "all" or "wait")
{
    await WaitForQuestion.RunAsync(verdict);
}

return verdict.Failed == 0 ? 0 : 1;
