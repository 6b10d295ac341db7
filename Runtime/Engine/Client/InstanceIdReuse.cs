using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Client;

/// <summary>Whether a start may take the place of an instance of the same id: of an ended one by default, else of any that is in none of the named statuses.</summary>
internal sealed class InstanceIdReuse
{
    private readonly HashSet<OrchestrationRuntimeStatus>? _kept;

    /// <exception cref="ArgumentException">A name is no status.</exception>
    public InstanceIdReuse(IReadOnlyList<string>? kept) => _kept = kept?.Select(Parse).ToHashSet();

    /// <summary>True when the start may go on: at once when the existing instance has ended, else after it was terminated.</summary>
    public bool Allows(InstanceRecord existing) => _kept is null ? existing.IsEnded : !_kept.Contains(existing.Status);

    /// <summary>An instance that runs is terminated to be replaced, which must not bring it into a status in which it is kept.</summary>
    /// <exception cref="ArgumentException">Terminated instances are kept.</exception>
    public void ThrowIfTerminatedIsKept(InstanceRecord running)
    {
        if (_kept?.Contains(OrchestrationRuntimeStatus.Terminated) == true)
        {
            throw new ArgumentException(
                $"'{running.Id}' is {running.Status} and would have to be terminated, but the statuses in which it is kept hold Terminated: leave that out, or name {running.Status} too.");
        }
    }

    private static OrchestrationRuntimeStatus Parse(string name) =>
        Enum.TryParse(name, ignoreCase: true, out OrchestrationRuntimeStatus status)
            ? status
            : throw new ArgumentException($"'{name}' is no runtime status: name one of {string.Join(", ", StartOrchestrationOptionsExtensions.ValidDedupeStatuses)}.", nameof(name));
}
