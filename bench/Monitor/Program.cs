using System.Globalization;
using Workflows.Bench.Monitor;

// bench/Monitor [instances] [rounds]: how fast the monitor answers over a large data file.
if (args.Length > 2 || !args.All(arg => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0))
{
    Console.Error.WriteLine("Usage: bench/Monitor [instances (100000)] [rounds (5)]");
    return 2;
}

int instances = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
string folder = Path.Combine(Path.GetFullPath(".workflows"), $"bench-monitor-{Environment.ProcessId}");
try
{
    LargeFile.Make(Path.Combine(folder, "workflows.db"), instances);
    return await Measurement.RunAsync(folder, instances, rounds);
}
finally
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }
}
