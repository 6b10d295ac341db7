using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Which instances are meant. What is absent does not limit; all that is there holds together.</summary>
internal sealed record InstanceCriteria
{
    public static InstanceCriteria All { get; } = new();

    public IReadOnlyList<OrchestrationRuntimeStatus>? Statuses { get; init; }

    /// <summary>Names of orchestrators, spelled as they are stored.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    public string? IdPrefix { get; init; }

    public DateTimeOffset? CreatedFrom { get; init; }

    public DateTimeOffset? CreatedTo { get; init; }

    public DateTimeOffset? UpdatedFrom { get; init; }

    public DateTimeOffset? UpdatedTo { get; init; }

    /// <summary>Stands in the input or the output.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<KeyValuePair<string, string?>>? Tags { get; init; }

    /// <summary>True: only those that no other instance started.</summary>
    public bool RootsOnly { get; init; }

    /// <summary>True when texts of the instances must be read to tell: that takes long in a large file.</summary>
    public bool ReadsTexts => Text is not null;

    /// <summary>True when nothing but statuses and times of creation is asked for.</summary>
    public bool IsOfIndex => IsOfHeads && Names is null && string.IsNullOrEmpty(IdPrefix) && !RootsOnly;

    /// <summary>True when the index of heads holds all that is asked for.</summary>
    public bool IsOfHeads => UpdatedFrom is null && UpdatedTo is null && Text is null && Tags is not { Count: > 0 };

    /// <summary>The condition as SQL.</summary>
    /// <param name="lookups">Which parts may be looked up by an index of their own.</param>
    public InstanceFilter ToFilter(Lookups lookups)
    {
        InstanceFilter filter = new InstanceFilter().Names(Names, lookups.Names).IdPrefix(IdPrefix, lookups.Ids).CreatedFrom(CreatedFrom).CreatedTo(CreatedTo);
        filter.Updated(UpdatedFrom, UpdatedTo, lookups.Changes);
        if (RootsOnly)
        {
            filter.Roots();
        }

        foreach ((string key, string? value) in Tags ?? [])
        {
            filter.Tag(key, value);
        }

        return filter.Text(Text).Statuses(Statuses);
    }
}
