using System.Text.Json;
using Microsoft.Data.Sqlite;
using Workflows.Bench.Runtime.Measuring;
using Workflows.Durable.Client;

namespace Workflows.Bench.Runtime.Kills;

/// <summary>Holds the data file after all kills against what the processes wrote down.</summary>
internal sealed class KillVerdict
{
    private const string DoubledResults = "SELECT count(*) FROM (SELECT 1 FROM history WHERE kind IN (11, 12) GROUP BY execution, task HAVING count(*) > 1)";

    private readonly HashSet<string> _executed;
    private readonly HashSet<string> _marks = [];
    private readonly KillRecord _record;
    private readonly int[] _counters = new int[KillPlan.Counters];

    private KillVerdict(string folder)
    {
        _executed = [.. LineFile.Read(KillRecord.ExecutionsIn(folder))];
        _record = KillRecord.Read(folder);
    }

    /// <summary>How many orchestrations were started by the clients.</summary>
    public int Instances { get; private set; }

    /// <summary>Acknowledged starts that are not there.</summary>
    public int LostStarts { get; private set; }

    /// <summary>Instances, children included, that have not ended.</summary>
    public int Open { get; private set; }

    /// <summary>Orchestrations that ended other than completed.</summary>
    public int Failed { get; private set; }

    /// <summary>Orchestrations whose result is another one than when they were first seen to end.</summary>
    public int EndedTwice { get; private set; }

    /// <summary>Calls of activities whose result did not come exactly once from a running that took place.</summary>
    public int WrongResults { get; private set; }

    /// <summary>Events of a client that came more often than they were sent, or not at all although acknowledged.</summary>
    public int WrongEvents { get; private set; }

    /// <summary>Counters that are not what the orchestrations added.</summary>
    public int WrongCounters { get; private set; }

    /// <summary>Calls with two results in a history.</summary>
    public int DoubledInHistory { get; private set; }

    /// <summary>Complaints of SQLite's own check of the file.</summary>
    public int Damages { get; private set; }

    /// <summary>Runnings of activities whose result was not recorded, so that they ran again.</summary>
    public int RunAgain { get; private set; }

    /// <summary>Reads and compares.</summary>
    public static async Task<KillVerdict> OfAsync(string folder)
    {
        KillVerdict verdict = new(folder);
        await using (BenchEngine engine = BenchEngine.Open(folder, fullSync: true, _ => { }, options => options.RunsWork = false))
        {
            await verdict.JudgeInstancesAsync(engine.Client);
            await verdict.JudgeCountersAsync(engine.Client);
        }

        verdict.JudgeFile(BenchEngine.FileIn(folder));
        return verdict;
    }

    private async Task JudgeInstancesAsync(DurableTaskClient client)
    {
        Dictionary<string, int> numbers = _record.Tried.ToDictionary(KillPlan.IdOf);
        await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true, PageSize = 1000 }))
        {
            Open += instance.IsCompleted ? 0 : 1;
            if (numbers.Remove(instance.InstanceId, out int number))
            {
                Instances++;
                Judge(number, instance);
            }
        }

        LostStarts = numbers.Values.Count(_record.IsAcknowledged) + _record.LostStarts.Count;
        RunAgain = _executed.Count - _marks.Count;
    }

    private void Judge(int number, OrchestrationMetadata instance)
    {
        EndedTwice += _record.DigestOf(number) is { } digest && digest != KillChild.Digest(instance) ? 1 : 0;
        if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
        {
            Failed += instance.IsCompleted ? 1 : 0;
            return;
        }

        KillResult result = JsonSerializer.Deserialize<KillResult>(instance.SerializedOutput!, JsonSerializerOptions.Web)!;
        int right = result.Marks.Count(mark => _executed.Contains(mark) && _marks.Add(mark));
        WrongResults += Math.Abs(KillPlan.ActivitiesOf(number) - right) + (result.Marks.Count - right);
        WrongResults += result.Marks.Count - result.Marks.Select(mark => mark.Split('#')[0]).Distinct().Count();
        for (int sent = 0; KillPlan.TakesEvents(number) && sent < KillPlan.Events; sent++)
        {
            int came = result.Events.Count(e => e == sent);
            WrongEvents += came >= 1 && came <= _record.EventOf(number, sent).Tried ? 0 : 1;
        }

        (int first, int second) = KillPlan.CountersOf(number);
        (int toFirst, int toSecond) = KillPlan.AddsOf(number);
        _counters[first] += toFirst;
        _counters[second] += toSecond;
    }

    private async Task JudgeCountersAsync(DurableTaskClient client)
    {
        for (int counter = 0; counter < KillPlan.Counters; counter++)
        {
            int value = (await client.Entities.GetEntityAsync<int>(KillTasks.Counter(counter)))?.State ?? 0;
            WrongCounters += value == _counters[counter] ? 0 : 1;
        }
    }

    private void JudgeFile(string file)
    {
        using SqliteConnection connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand doubled = new(DoubledResults, connection);
        DoubledInHistory = Convert.ToInt32(doubled.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        using SqliteCommand check = new("PRAGMA integrity_check", connection);
        using SqliteDataReader lines = check.ExecuteReader();
        while (lines.Read())
        {
            Damages += lines.GetString(0) == "ok" ? 0 : 1;
        }
    }
}
