using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Debates;

/// <summary>
/// What a comparison is made of: in each run every task once, as a pair of one debate in each mode, side by side in the order. In half of the pairs, drawn by a hash, the parallel one comes first, so
/// that what changes while the comparison runs meets both modes alike. The same tasks and runs give the same plan.
/// </summary>
internal sealed class ComparisonPlan
{
    private const int HexDigits = 16;

    /// <summary>Makes the plan.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="runs">How often each is debated in each mode.</param>
    public ComparisonPlan(IReadOnlyList<ComparisonTask> tasks, int runs)
    {
        Tasks = tasks.Count;
        Runs = runs;
        Id = $"debate-ab-{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { runs, tasks = tasks.Select(task => task.Request) }, DebateJson.Options)))[..HexDigits]}";
        int pairs = tasks.Count * runs;
        HashSet<int> parallelFirst = [.. Enumerable.Range(0, pairs).OrderBy(Draw, StringComparer.Ordinal).Take((pairs + 1) / 2)];
        Debates =
        [
            .. Enumerable.Range(0, pairs).SelectMany(pair => (parallelFirst.Contains(pair) ? new[] { DebateMode.Parallel, DebateMode.Sequential } : [DebateMode.Sequential, DebateMode.Parallel])
                .Select(mode => new PlannedDebate { Pair = pair + 1, Task = tasks[pair % tasks.Count], Run = (pair / tasks.Count) + 1, Mode = mode })),
        ];
    }

    /// <summary>The comparison's id, made from its tasks and runs.</summary>
    public string Id { get; }

    /// <summary>How many tasks there are.</summary>
    public int Tasks { get; }

    /// <summary>How often each is debated in each mode.</summary>
    public int Runs { get; }

    /// <summary>All debates, in the order in which they start.</summary>
    public IReadOnlyList<PlannedDebate> Debates { get; }

    /// <summary>The id of a debate's run.</summary>
    /// <param name="debate">The debate.</param>
    /// <param name="round">Which time the comparison is made, from 1.</param>
    /// <param name="attempt">Which time this debate is started, from 1.</param>
    public string IdOf(PlannedDebate debate, int round, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{Id}-{round}-{debate.Pair:D5}-{debate.ModeWord}{(attempt == 1 ? "" : $"-{attempt}")}");

    private string Draw(int pair) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}:{pair}"))));
}
