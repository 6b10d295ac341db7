using System.Globalization;
using Workflows.Bench.Consultation.Accuracy;
using Workflows.Bench.Consultation.Batches;
using Workflows.Bench.Consultation.Realtime;
using Workflows.Bench.Schedule;

switch (args)
{
    case ["accuracy"]:
        return await AccuracyBench.RunAsync(Console.Out);
    case ["realtime", .. var more] when more.Length <= 2:
        string? verb = more.FirstOrDefault(word => word is "headline" or "rate" or "faults" or "flood");
        double minutes = more.Select(word => double.TryParse(word, CultureInfo.InvariantCulture, out double number) ? number : 0).FirstOrDefault(number => number is > 0 and <= 60, 2);
        Tally tally = new(Console.Out);
        await RealtimeBench.RunAsync(verb, minutes, tally);
        return tally.End();
    case ["batches", .. var words] when words.Length <= 1:
        Tally counts = new(Console.Out);
        await BatchesBench.RunAsync(words.Length == 1 && int.TryParse(words[0], CultureInfo.InvariantCulture, out int seed) ? seed : 20261120, counts);
        return counts.End();
    case ["host", string folder, string timeScale]:
        return await QueueHost.RunAsync(folder, double.Parse(timeScale, CultureInfo.InvariantCulture));
    default:
        await Console.Error.WriteLineAsync("Usage: bench/Consultation accuracy | realtime [headline|rate|faults|flood] [minutes] | batches [seed]");
        return 2;
}
