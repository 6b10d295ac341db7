using System.Diagnostics;
using System.Globalization;
using Workflows.Bench.Consultation.Driving;
using Workflows.Bench.Schedule;
using Workflows.Simulator.Models;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>
/// A thousand consultations, over HTTP and straight on the queue, with batches and messages that come twice, messages that cannot be used, a receiver that fails five times
/// and a host that is killed three times: every consultation is analysed once, every batch called back, nothing is lost or mixed up.
/// </summary>
internal static class BatchesBench
{
    private const string Client = "bench";
    private const string Secret = "a secret of the benchmark";
    private const double TimeScale = 60;
    private const int OverHttp = 50;
    private const int OfEach = 19;
    private const int OnQueue = 50;
    private const int Kills = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(9);

    /// <summary>Runs it.</summary>
    /// <param name="seed">Decides the order, the repetitions and the moments of the kills.</param>
    /// <param name="tally">Counts what was kept.</param>
    public static async Task RunAsync(int seed, Tally tally)
    {
        string folder = Directory.CreateTempSubdirectory("workflows-batches-").FullName;
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            await using SimulatedModels models = await SimulatedModels.StartAsync(TimeScale);
            await using CallbackReceiver receiver = await CallbackReceiver.StartAsync(Secret);
            Dictionary<string, string> environment = models.Environment();
            environment[$"Consultations__Clients__{Client}__Secrets__0"] = Secret;
            environment["Consultations__CallbackHosts__0"] = "127.0.0.1";
            environment["Consultations__AllowPrivateCallbacks"] = "true";
            await using HostUnderTest host = new(folder, environment, TimeScale);
            await host.StartAsync();

            Random random = new(seed);
            List<SentBatch> batches =
            [
                .. Enumerable.Range(0, OverHttp).Select(i => new SentBatch { First = i * OfEach, Count = OfEach }),
                .. Enumerable.Range(0, OnQueue).Select(i => new SentBatch { First = (OverHttp * OfEach) + i, Count = 1, OnQueue = true }),
            ];
            using Sender sender = new(host, Client, receiver.Url, random.Next());
            Task sending = sender.SendAsync(batches);
            int ends = batches.Count;
            List<int> killedAt = await KillAsync(host, receiver, ends, random);
            await sending;
            using CancellationTokenSource patience = new(Patience);
            while (receiver.Taken < ends && !patience.IsCancellationRequested)
            {
                await Task.Delay(200);
            }

            // What comes twice must not set anything off any more.
            await sender.RepeatAsync();
            await Task.Delay(TimeSpan.FromSeconds(3));
            await host.EndAsync();
            ModelCounters counters = await models.CountersAsync(SimulatedModels.Medium);
            BatchesVerdict verdict = new(batches, receiver, sender.Bad, new PoisonFile(folder).Read(), await RecordedAnalyses.ReadAsync(folder), ContentFiles.Results(folder));
            await tally.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{batches.Sum(batch => batch.Count)} consultations in {OverHttp} batches over HTTP and {OnQueue} messages on the queue; seed {seed}, time scale {TimeScale}, {clock.Elapsed.TotalSeconds:0} s"));
            await tally.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"sent twice or more: {sender.BatchesAgain} batches, {sender.MessagesAgain} messages; killed {killedAt.Count} times, when {string.Join(", ", killedAt)} of {ends} callbacks had been taken"));
            await tally.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"requests that the model took: {counters.Accepted}, {counters.Accepted - batches.Sum(batch => batch.Count)} of them again, since a kill came before their answers were recorded; attempts of callbacks: {receiver.Deliveries.Values.Sum(attempts => attempts.Count)}"));
            verdict.Write(tally);
            Table.Write(tally.Output, [["limit", "seen", "wanted", ""], ["kills that struck", $"{killedAt.Count}", $"{Kills}", tally.Note(killedAt.Count == Kills)]]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Kills at random moments, spread over the work: while batches come in, while they are analysed, while they are called back.</summary>
    private static async Task<List<int>> KillAsync(HostUnderTest host, CallbackReceiver receiver, int ends, Random random)
    {
        List<int> killedAt = [];
        for (int kill = 0; kill < Kills; kill++)
        {
            int share = ends * kill / Kills;
            while (receiver.Deliveries.Count < share)
            {
                await Task.Delay(20);
            }

            await Task.Delay(random.Next(500, 6_000));
            killedAt.Add(receiver.Taken);
            await host.KillAsync();
        }

        return killedAt;
    }
}
