using Workflows.Durable;
using Workflows.Durable.Converters;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine;

/// <summary>Settings of the embedded engine.</summary>
public sealed class DurableEngineOptions
{
    /// <summary>The key of the tag by which an activity says what resource it takes up, see <see cref="ResourceClasses"/>.</summary>
    public const string ResourceClassTag = "resourceClass";

    /// <summary>The data file. Its folder is created; only one process may have it open. Default: <c>.workflows/workflows.db</c> in the current folder.</summary>
    public string DataFile { get; set; } = Path.Combine(".workflows", "workflows.db");

    /// <summary>
    /// True (the default) to wait for the disk at every commit, so that a power cut loses nothing. False survives a killed process
    /// but may lose the last commits in a power cut.
    /// </summary>
    public bool FullSync { get; set; } = true;

    /// <summary>How many activities run at once, of all resource classes together. Default 64.</summary>
    public int MaxConcurrentActivities { get; set; } = 64;

    /// <summary>
    /// Slots of <see cref="MaxConcurrentActivities"/> that belong to activities of one resource class alone, by its name (the value of their tag <see cref="ResourceClassTag"/>). Such
    /// activities have a queue of their own: when their slots are full they wait, whatever else is free, and they never wait for anything else. All other activities have
    /// the slots that are left, at least one. Default: none.
    /// </summary>
    public IDictionary<string, int> ResourceClasses { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How many orchestrators compute at once (waiting ones do not count). Default: twice the processors.</summary>
    public int MaxConcurrentOrchestrations { get; set; } = Environment.ProcessorCount * 2;

    /// <summary>How many entities execute operations at once. Default 32.</summary>
    public int MaxConcurrentEntities { get; set; } = 32;

    /// <summary>How many orchestrations and entities stay in memory between their turns. Default 20,000.</summary>
    public int MaxResidentInstances { get; set; } = 20_000;

    /// <summary>
    /// How much memory the process may use before instances that wait leave it (they come back with their next message), in bytes.
    /// Default: half of what the runtime says is there.
    /// </summary>
    public long MaxMemory { get; set; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>
    /// How long finished instances are kept, by the engine's time, from their end on; then they are purged with their sub-orchestrations, as long as the instance
    /// that started them has ended too. Null, the default: for ever.
    /// </summary>
    public TimeSpan? KeepFinishedFor { get; set; }

    /// <summary>
    /// True: every orchestrator is replayed from its start at every turn, so that one that is not deterministic shows at once instead of after a restart.
    /// For tests: a turn costs as much as the whole history before it. Default false.
    /// </summary>
    public bool ReplayEveryTurn { get; set; }

    /// <summary>
    /// False: nothing runs and nothing is written, the data file is only looked at, also while another process has it open (a file that does not exist yet is made). A client's
    /// call that would change something fails with a <see cref="JournalException"/>. Default true.
    /// </summary>
    public bool RunsWork { get; set; } = true;

    /// <summary>How many times faster than the real clock the engine's time runs. Default 1. For simulations.</summary>
    public double TimeScale { get; set; } = 1;

    /// <summary>
    /// How long a stop waits (by the real clock) for activities that were cancelled and for entity operations that run. What has not
    /// ended by then is left behind, and runs again at the next start. Default 10 seconds.
    /// </summary>
    public TimeSpan StopPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The version of orchestrations and sub-orchestrations that are started without one. Empty, the default: unversioned. An entity's starts are not touched.</summary>
    public string DefaultVersion { get; set; } = string.Empty;

    /// <summary>How inputs, results and states are turned into text. Changing it makes stored ones unreadable.</summary>
    public DataConverter DataConverter { get; set; } = JsonDataConverter.Default;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A value is out of its range; the message names it.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(DataFile);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentActivities, 1);
        foreach ((string name, int slots) in ResourceClasses)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1, $"{nameof(ResourceClasses)}[{name}]");
        }

        if (ResourceClasses.Values.Sum(slots => (long)slots) is var taken && taken >= MaxConcurrentActivities)
        {
            throw new ArgumentException(
                $"{nameof(ResourceClasses)} take {taken} slots of the {MaxConcurrentActivities} of {nameof(MaxConcurrentActivities)}: at least one must be left for other activities.", nameof(ResourceClasses));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentOrchestrations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentEntities, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxResidentInstances, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMemory, 1);
        if (KeepFinishedFor is { } age)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(age, TimeSpan.Zero, nameof(KeepFinishedFor));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(StopPatience, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(DataConverter);
    }
}
