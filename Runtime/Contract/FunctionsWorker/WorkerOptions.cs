namespace Workflows.FunctionsWorker;

/// <summary>How the worker works.</summary>
public class WorkerOptions
{
    /// <summary>Capabilities that the worker declares; keys without regard to case.</summary>
    public IDictionary<string, string> Capabilities { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>True, the default: a function's exception is told as it is, not wrapped.</summary>
    public bool EnableUserCodeException { get; set; } = true;

    /// <summary>True, the default: null and empty entries of a trigger's data are handed over too.</summary>
    public bool IncludeEmptyEntriesInMessagePayload { get; set; } = true;
}
