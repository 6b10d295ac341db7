using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Client;

/// <summary>A condition over the instances, as SQL with its arguments.</summary>
internal sealed class InstanceFilter
{
    private static readonly OrchestrationRuntimeStatus[] Ending = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>The statuses of instances that have not ended, as SQL.</summary>
    public static readonly string Open = $"status IN ({string.Join(',', Enum.GetValues<OrchestrationRuntimeStatus>().Distinct().Except(Ending).Select(status => (int)status))})";

    /// <summary>How far a clock may have been put back while an instance was open.</summary>
    private static readonly TimeSpan ClockStep = TimeSpan.FromMinutes(1);

    private readonly List<string> _terms = [];
    private readonly List<SqlValue> _arguments;

    public InstanceFilter()
        : this([])
    {
    }

    private InstanceFilter(List<SqlValue> arguments) => _arguments = arguments;

    /// <summary>What is selected from: the instances, or those of them that were looked up.</summary>
    public string From { get; private set; } = "instances";

    public string Where => _terms.Count == 0 ? "1" : string.Join(" AND ", _terms);

    public IReadOnlyList<SqlValue> Arguments => _arguments;

    public InstanceFilter CreatedFrom(DateTimeOffset? from) => from is { } f ? Add("created >= {0}", f.UtcTicks) : this;

    public InstanceFilter CreatedTo(DateTimeOffset? to) => to is { } t ? Add("created <= {0}", t.UtcTicks) : this;

    public InstanceFilter CompletedFrom(DateTimeOffset? from) => from is { } f ? Add("completed >= {0}", f.UtcTicks) : this;

    public InstanceFilter CompletedTo(DateTimeOffset? to) => to is { } t ? Add("completed <= {0}", t.UtcTicks) : this;

    /// <summary>Those whose last change, which no index holds, lies between two times.</summary>
    /// <param name="from">The first time; null: any.</param>
    /// <param name="to">The last time; null: any.</param>
    /// <param name="isLookedUp">True to look up those that may meet this and read no others; false to test each instance that another index gives.</param>
    public InstanceFilter Updated(DateTimeOffset? from, DateTimeOffset? to, bool isLookedUp = false)
    {
        if (isLookedUp)
        {
            // UNION sorts: rows are then read in the order in which they lie in the file.
            From = $"({MayHaveChanged(from, to, "UNION")}) AS found CROSS JOIN instances ON instances.rowid = found.row";
        }

        if (from is { } f)
        {
            Add("updated >= {0}", f.UtcTicks);
        }

        // What is found by its creation gains by this: nothing changes before it is there.
        return to is { } t ? Add("updated <= {0}", t.UtcTicks).Add("created <= {0}", (t + ClockStep).UtcTicks) : this;
    }

    /// <summary>Selects from the rows, and no more than those, of the instances whose last change may lie between two times.</summary>
    public InstanceFilter MayHaveChanged(DateTimeOffset? from, DateTimeOffset? to)
    {
        From = $"({MayHaveChanged(from, to, "UNION ALL")})";
        return this;
    }

    /// <summary>Rows by indices alone: those that ended between the times, for whom the end is the last change, and the open ones that were there.</summary>
    private string MayHaveChanged(DateTimeOffset? from, DateTimeOffset? to, string union)
    {
        InstanceFilter ended = new(_arguments) { _terms = { "completed IS NOT NULL" } };
        InstanceFilter open = new(_arguments) { _terms = { Open } };
        ended.CompletedFrom(from).CompletedTo(to);
        open.CreatedTo(to + ClockStep);
        return $"SELECT rowid AS row FROM instances WHERE {ended.Where} {union} SELECT rowid FROM instances WHERE {open.Where}";
    }

    /// <param name="prefix">The beginning of the id.</param>
    /// <param name="isLookedUp">True to have the ids looked up by their index; false to test each that another index gives.</param>
    public InstanceFilter IdPrefix(string? prefix, bool isLookedUp = true) => string.IsNullOrEmpty(prefix)
        ? this
        : Add("substr(id, 1, length({0})) = {0}" + (isLookedUp ? " AND id >= {0} AND id <= {0} || char(1114111)" : string.Empty), prefix);

    /// <param name="names">The names, spelled as they are stored; null: any.</param>
    /// <param name="isLookedUp">True to have them looked up by their index; false to test each instance that another index gives.</param>
    public InstanceFilter Names(IReadOnlyCollection<string>? names, bool isLookedUp = true)
    {
        if (names is null)
        {
            return this;
        }

        int first = _arguments.Count + 1;
        _arguments.AddRange(names.Select(name => (SqlValue)name));
        _terms.Add($"{(isLookedUp ? string.Empty : "+")}name IN ({string.Join(',', Enumerable.Range(first, names.Count).Select(i => $"${i}"))})");
        return this;
    }

    /// <summary>Only instances that no other one started.</summary>
    public InstanceFilter Roots() => Add("parent IS NULL");

    /// <summary>Only instances with a tag, of a value where one is given.</summary>
    public InstanceFilter Tag(string key, string? value)
    {
        // Tags are stored as JSON texts, in which a quotation mark stands nowhere but at the ends of keys and values.
        string stored = JournalText.Tags(new Dictionary<string, string> { [key] = value ?? string.Empty })!;
        return Add("tags IS NOT NULL AND instr(tags, {0}) > 0", value is null ? stored[1..^3] : stored[1..^1]);
    }

    /// <summary>Only instances with a text in their input or output; case matters not for ASCII letters.</summary>
    public InstanceFilter Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return this;
        }

        string pattern = "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        return Add($"({JournalText.Payload("instances.input")} LIKE {{0}} ESCAPE '\\' OR {JournalText.Payload("instances.output")} LIKE {{0}} ESCAPE '\\')", pattern);
    }

    /// <summary>A condition of the caller's own, without arguments.</summary>
    public InstanceFilter Add(string term)
    {
        _terms.Add(term);
        return this;
    }

    /// <summary>What comes after, or before, a row in an order; <paramref name="keys"/> are SQL, compared as one row of values.</summary>
    public InstanceFilter Beyond(IReadOnlyList<string> keys, IReadOnlyList<SqlValue> values, bool descending, bool orEqual = false)
    {
        int first = _arguments.Count + 1;
        _arguments.AddRange(values);
        string places = string.Join(", ", Enumerable.Range(first, values.Count).Select(i => $"${i}"));
        _terms.Add($"({string.Join(", ", keys)}) {(descending ? '<' : '>')}{(orEqual ? "=" : "")} ({places})");
        return this;
    }

    public InstanceFilter Ended() => Statuses(Ending);

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
