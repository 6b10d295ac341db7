using System.Reflection;

namespace Workflows.Runtime.Host;

/// <summary>
/// Settings that only the embedded host has. Each can be set by configuration, in the section <c>Workflows</c> (for example
/// <c>Workflows__DataFolder</c> in the environment), and in code with
/// <see cref="EmbeddedHostBuilderExtensions.ConfigureEmbeddedHost"/>; code has the last word.
/// The host's own are a service of the application, to be read, not changed.
/// </summary>
public sealed class EmbeddedHostOptions
{
    /// <summary>Name of the data file in <see cref="DataFolder"/>.</summary>
    public const string DataFileName = "workflows.db";

    /// <summary>The folder of the data file; created when missing. One running host per folder. Default: <c>.workflows</c> in the current folder.</summary>
    public string DataFolder { get; set; } = ".workflows";

    /// <summary>
    /// Where to listen, several separated by semicolons; port 0 takes a free one. Default: <c>http://127.0.0.1:7071</c>.
    /// An address that is not loopback is refused unless <see cref="Keys"/> are set.
    /// </summary>
    public string Urls { get; set; } = "http://127.0.0.1:7071";

    /// <summary>False: no listener at all, only the engine. Default true.</summary>
    public bool ServeHttp { get; set; } = true;

    /// <summary>False: no orchestration, activity, entity, timer or queue function runs; the data folder can only be looked at. Default true.</summary>
    public bool RunsWork { get; set; } = true;

    /// <summary>How many times faster than the real clock time runs, for simulations; from above 0 to 100,000. Default 1.</summary>
    public double TimeScale { get; set; } = 1;

    /// <summary>True (the default) to wait for the disk at every commit. False may lose the last commits in a power cut.</summary>
    public bool FullSync { get; set; } = true;

    /// <summary>
    /// How long activities that run may go on once the host was asked to stop; then they are cancelled, and run again at the next start. None is begun meanwhile, and
    /// HTTP is served to the end of it. From zero to one hour. Default: ten seconds.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long finished instances are kept, from their end on; at least one minute. Null, the default: for ever.</summary>
    public TimeSpan? KeepFinishedFor { get; set; }

    /// <summary>True: every orchestrator is replayed from its start at every turn, to find those that are not deterministic. Slow, for tests. Default false.</summary>
    public bool ReplayEveryTurn { get; set; }

    /// <summary>The clock that <see cref="TimeScale"/> is applied to. Only in code. Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// The assemblies whose functions are run. Only in code. Empty, the default: the entry assembly and all that it depends on.
    /// </summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>
    /// Keys by name, presented as header <c>x-functions-key</c> or query <c>code</c>. <c>_master</c> opens everything,
    /// <c>durabletask_extension</c> the management API, <c>metrics</c> the metrics (there also as a bearer token), a key named like a function
    /// that function, <c>monitor_operator</c> and <c>monitor_viewer</c> the monitor, any other every function. Without keys, the default, all of these are open to this machine only.
    /// </summary>
    public IDictionary<string, string> Keys { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The page at <c>/monitor</c>.</summary>
    public MonitorOptions Monitor { get; } = new();

    /// <summary>
    /// Slots for activities of a resource class (the value of their tag <c>resourceClass</c>), out of the <c>maxConcurrentActivityFunctions</c> of host.json. Each class that has some
    /// has its own queue, which neither other classes nor untagged activities get into; what is left, at least one, is theirs. A class that is not named here has what
    /// <see cref="IResourceClasses"/> says, else it is as if it had no tag.
    /// </summary>
    public IDictionary<string, int> ResourceClasses { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    internal string DataFile => Path.Combine(DataFolder, DataFileName);
}
