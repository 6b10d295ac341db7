using System.Globalization;
using Workflows.Bench.Expressions;

string what = args.FirstOrDefault() ?? "all";
if (what is not ("all" or "speed" or "memory" or "faults"))
{
    await Console.Error.WriteLineAsync("Usage: bench/Expressions [all|speed|memory|faults] [number of kills] [seed]");
    return 2;
}

int kills = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 6;
int seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 20261120;
Verdict verdict = new();
if (what is "all" or "speed")
{
    await Speed.RunAsync(verdict);
}

if (what is "all" or "memory")
{
    await Memory.RunAsync(verdict);
}

if (what is "all" or "faults")
{
    await Faults.RunAsync(verdict, kills, seed);
}

return verdict.Failed == 0 ? 0 : 1;
