using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Client;

/// <summary>A condition over the instances, as SQL with its arguments.</summary>
internal sealed class InstanceFilter
{
    private readonly List<string> _terms = [];
    private readonly List<SqlValue> _arguments = [];

    public string Where => _terms.Count == 0 ? "1" : string.Join(" AND ", _terms);

    public IReadOnlyList<SqlValue> Arguments => _arguments;

    public InstanceFilter CreatedFrom(DateTimeOffset? from) => from is { } f ? Add("created >= {0}", f.UtcTicks) : this;

    public InstanceFilter CreatedTo(DateTimeOffset? to) => to is { } t ? Add("created <= {0}", t.UtcTicks) : this;

    public InstanceFilter CompletedFrom(DateTimeOffset? from) => from is { } f ? Add("completed >= {0}", f.UtcTicks) : this;

    public InstanceFilter CompletedTo(DateTimeOffset? to) => to is { } t ? Add("completed <= {0}", t.UtcTicks) : this;

    public InstanceFilter IdPrefix(string? prefix) => string.IsNullOrEmpty(prefix) ? this : Add("substr(id, 1, length({0})) = {0}", prefix);

    public InstanceFilter Ended() => Statuses([OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);

    public InstanceFilter Statuses(IEnumerable<OrchestrationRuntimeStatus>? statuses)
    {
        if (statuses?.Select(s => (int)s).Distinct().ToList() is { Count: > 0 } numbers)
        {
            _terms.Add($"status IN ({string.Join(',', numbers)})");
        }

        return this;
    }

    /// <summary>What comes after an instance in the order of creation.</summary>
    public InstanceFilter After(long created, string id)
    {
        _arguments.Add(created);
        _arguments.Add(id);
        _terms.Add($"(created, id) > (${_arguments.Count - 1}, ${_arguments.Count})");
        return this;
    }

    private InstanceFilter Add(string term, SqlValue argument)
    {
        _arguments.Add(argument);
        _terms.Add(string.Format(null, term, $"${_arguments.Count}"));
        return this;
    }
}
