using System.Security.Cryptography;
using System.Text;
using Workflows.Bench.Runtime.Measuring;
using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Bench.Runtime.Kills;

/// <summary>The process that is killed: goes on with what is open, starts more and more, and writes down what the engine acknowledged.</summary>
internal sealed class KillChild : IDisposable
{
    /// <summary>Its verb: a folder, then <see cref="Forever"/> or <see cref="ToTheEnd"/>.</summary>
    public const string Verb = "kill-child";

    public const string Forever = "forever";
    public const string ToTheEnd = "to-the-end";
    public const string Opened = "opened";
    public const string Done = "done";

    private const int AtOnce = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DurableTaskClient _client;
    private readonly KillRecord _record;
    private readonly LineFile _starts;
    private readonly LineFile _events;
    private int _last;

    private KillChild(DurableTaskClient client, string folder)
    {
        _client = client;
        _record = KillRecord.Read(folder);
        _starts = new LineFile(KillRecord.StartsIn(folder));
        _events = new LineFile(KillRecord.EventsIn(folder));
        _last = _record.Next - 1;
    }

    /// <summary>Runs until it is killed, or until nothing is open any more.</summary>
    public static async Task RunAsync(BenchSettings settings)
    {
        string folder = settings.Words[0];
        using LineFile executions = new(KillRecord.ExecutionsIn(folder));
        await using BenchEngine engine = BenchEngine.Open(folder, fullSync: true, registry => KillTasks.Register(registry, executions));
        Console.WriteLine(Opened);
        using KillChild child = new(engine.Client, folder);
        if (settings.Words[1] == ToTheEnd)
        {
            await child.FinishAsync().WaitAsync(Patience);
            Console.WriteLine(Done);
            return;
        }

        await Task.WhenAll([child.FinishAsync(), .. Enumerable.Range(0, AtOnce).Select(_ => child.StartForeverAsync())]);
    }

    public void Dispose()
    {
        _starts.Dispose();
        _events.Dispose();
    }

    private Task FinishAsync() => Task.WhenAll(_record.Open.Select(AdoptAsync));

    private async Task StartForeverAsync()
    {
        while (true)
        {
            int number = Interlocked.Increment(ref _last);
            _starts.Append(KillRecord.Trying(number));
            await StartAsync(number);
            await AccompanyAsync(number);
        }
    }

    private async Task AdoptAsync(int number)
    {
        if (await _client.GetInstanceAsync(KillPlan.IdOf(number)) is null)
        {
            if (_record.IsAcknowledged(number))
            {
                _starts.Append(KillRecord.Missing(number));
                return;
            }

            await StartAsync(number);
        }

        await AccompanyAsync(number);
    }

    private async Task StartAsync(int number)
    {
        await _client.ScheduleNewOrchestrationInstanceAsync(KillPlan.NameOf(number), KillTasks.InputOf(number), new StartOrchestrationOptions(KillPlan.IdOf(number)));
        _starts.Append(KillRecord.Acknowledged(number));
    }

    private async Task AccompanyAsync(int number)
    {
        string id = KillPlan.IdOf(number);
        for (int sent = 0; KillPlan.TakesEvents(number) && sent < KillPlan.Events; sent++)
        {
            if (_record.EventOf(number, sent).Acknowledged == 0)
            {
                _events.Append(KillRecord.Trying(number, sent));
                await _client.RaiseEventAsync(id, KillTasks.Event, sent);
                _events.Append(KillRecord.Acknowledged(number, sent));
            }
        }

        OrchestrationMetadata end = await _client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        _starts.Append(KillRecord.Ended(number, Digest(end)));
    }

    /// <summary>What must never change once it was seen.</summary>
    public static string Digest(OrchestrationMetadata end) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{end.RuntimeStatus} {end.SerializedOutput}")), 0, 8);
}
