using Workflows.Runtime.Engine.Inspection;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>The names of orchestrators: those of this application, and those that instances in the file have.</summary>
internal sealed class KnownNames(InstanceTally tally, IReadOnlySet<string> registered)
{
    public IReadOnlySet<string> Registered => registered;

    /// <summary>How names are spelled in the file; names ignore case, and whoever started an instance chose a spelling.</summary>
    public IReadOnlyList<string> Spellings(IReadOnlyList<string> wanted)
    {
        HashSet<string> asked = new(wanted, StringComparer.OrdinalIgnoreCase);
        return [.. tally.Names().Where(asked.Contains)];
    }

    public IReadOnlyList<NameAnswer> All() =>
        [.. tally.Names().Union(registered, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Select(name => new NameAnswer(name, registered.Contains(name)))];
}
