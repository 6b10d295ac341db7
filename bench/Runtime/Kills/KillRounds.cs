using Workflows.Bench.Runtime.Measures;
using Workflows.Bench.Runtime.Measuring;

namespace Workflows.Bench.Runtime.Kills;

/// <summary>Kills the engine's process (SIGKILL) under load at random moments again and again; nothing may be lost or done twice.</summary>
internal sealed class KillRounds : IMeasure
{
    private const int DefaultRounds = 30;
    private const int LongestLife = 800;
    private const int LongestStart = 400;
    private const int EarlyOneIn = 8;

    public string Name => "kill";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchSettings settings)
    {
        int rounds = settings.Verb == Name ? settings.NumbersOr(DefaultRounds)[0] : DefaultRounds;
        Random random = new(settings.Seed);
        int kills = 0;
        using WorkFolder folder = WorkFolder.Create();
        Progress.Say($"kill: {rounds} rounds, seed {settings.Seed}");
        while (kills < rounds)
        {
            bool early = random.Next(EarlyOneIn) == 0;
            int after = random.Next(early ? LongestStart : LongestLife);
            using ChildProcess child = ChildProcess.OfThisProgram(KillChild.Verb, folder.Location, KillChild.Forever);
            if (!early)
            {
                await child.ReadLineAsync();
            }

            await Task.Delay(after);
            if (child.HasEnded)
            {
                throw new InvalidOperationException($"In round {kills + 1} the process ended by itself.");
            }

            await child.KillAsync();
            kills++;
            Progress.Say($"kill {kills} {after} ms after {(early ? "its start" : "it had opened the file")}");
        }

        using (ChildProcess last = ChildProcess.OfThisProgram(KillChild.Verb, folder.Location, KillChild.ToTheEnd))
        {
            bool ended = await last.EndAsync() == 0;
            Progress.Say(ended ? "kill: everything has ended" : "kill: not everything ended");
        }

        return [.. Report(kills, settings.Seed, await KillVerdict.OfAsync(folder.Location))];
    }

    private IEnumerable<Figure> Report(int kills, int seed, KillVerdict verdict)
    {
        yield return Count($"kills that struck (seed {seed})", kills, null);
        yield return Count("orchestrations started", verdict.Instances, null);
        yield return Count("activities run again, their results unrecorded", verdict.RunAgain, null);
        yield return Count("acknowledged starts lost", verdict.LostStarts, 0);
        yield return Count("instances that did not end", verdict.Open, 0);
        yield return Count("orchestrations that failed", verdict.Failed, 0);
        yield return Count("orchestrations that ended twice", verdict.EndedTwice, 0);
        yield return Count("activity results not counted exactly once", verdict.WrongResults, 0);
        yield return Count("calls with two results in a history", verdict.DoubledInHistory, 0);
        yield return Count("events lost or doubled", verdict.WrongEvents, 0);
        yield return Count("entity counters that are wrong", verdict.WrongCounters, 0);
        yield return Count("complaints of integrity_check", verdict.Damages, 0);
    }

    private Figure Count(string name, int value, int? limit) =>
        new() { Measure = Name, Sync = "full", Name = name, Value = value, Unit = "", Limit = limit, Binding = true };
}
