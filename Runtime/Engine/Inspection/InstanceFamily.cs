using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Who started whom.</summary>
internal static class InstanceFamily
{
    /// <summary>A chain that is longer than this is cut.</summary>
    private const int MaxAncestors = 100;

    private const string OfParent = "parent_execution IN (SELECT e.id FROM executions e WHERE e.instance = $1)";

    /// <summary>The instances above one, the root first, as far as they are there.</summary>
    public static IReadOnlyList<InstanceRecord> Ancestors(JournalSession session, InstanceRecord head)
    {
        List<InstanceRecord> above = [];
        HashSet<string> seen = [head.Id];
        for (InstanceRecord at = head; Parent(session, at) is { } parent && seen.Add(parent.Id) && above.Count < MaxAncestors; at = parent)
        {
            above.Insert(0, parent);
        }

        return above;
    }

    /// <summary>The instance that started one: that very one, not another of the same id that took its place.</summary>
    public static InstanceRecord? Parent(JournalSession session, InstanceRecord head) =>
        head.ParentExecution is { } execution && session.Scalar("SELECT instance FROM executions WHERE id = $1", execution) is string parent
            ? InstanceTable.Read(session, parent, full: false)
            : null;

    /// <summary>How many instances one started, by status.</summary>
    public static IReadOnlyDictionary<OrchestrationRuntimeStatus, long> CountChildren(JournalSession session, string id) => session
        .Query($"SELECT status, COUNT(*) FROM instances WHERE {OfParent} GROUP BY status", row => (row.GetInt32(0), row.GetInt64(1)), id)
        .ToDictionary(count => (OrchestrationRuntimeStatus)count.Item1, count => count.Item2);

    /// <summary>Those that an instance started, in the order of creation.</summary>
    /// <param name="session">The file.</param>
    /// <param name="id">The instance.</param>
    /// <param name="top">How many.</param>
    /// <param name="after">A <see cref="ContinuationToken"/>.</param>
    public static IReadOnlyList<FamilyMember> Children(JournalSession session, string id, int top, string? after)
    {
        (long created, string last) = after is null ? (long.MinValue, string.Empty) : ContinuationToken.Read(after);
        List<(long Row, long Children)> rows = session.Query(
            $"""
            SELECT i.rowid, (SELECT COUNT(*) FROM executions e JOIN instances c ON c.parent_execution = e.id WHERE e.instance = i.id)
            FROM instances i WHERE i.{OfParent} AND (i.created, i.id) > ($2, $3) ORDER BY i.created, i.id LIMIT $4
            """,
            row => (row.GetInt64(0), row.GetInt64(1)),
            id,
            created,
            last,
            top);
        return [.. rows.Select(row => (Head: InstanceTable.ReadRow(session, row.Row), row.Children)).Where(row => row.Head is not null).Select(row => new FamilyMember(row.Head!, row.Children))];
    }

    /// <summary>The outputs of an instance and all below it that have one of the names.</summary>
    /// <param name="session">The file.</param>
    /// <param name="id">The instance.</param>
    /// <param name="names">The names.</param>
    /// <param name="most">How many instances are looked at.</param>
    public static FamilyOutputs Outputs(JournalSession session, string id, IReadOnlyCollection<string> names, int most)
    {
        string below = $"""
            WITH RECURSIVE below(id) AS (
                VALUES($1) UNION SELECT i.id FROM below b JOIN executions e ON e.instance = b.id JOIN instances i ON i.parent_execution = e.id LIMIT {most + 1})
            """;
        List<SqlValue> arguments = [id, .. names.Select(name => (SqlValue)name)];
        string places = string.Join(',', Enumerable.Range(2, names.Count).Select(i => $"${i}"));
        List<string> outputs = session.QueryOnce(
            $"{below} SELECT {JournalText.Payload("instances.output")} FROM below JOIN instances ON instances.id = below.id WHERE instances.name IN ({places}) AND instances.output IS NOT NULL",
            arguments,
            row => row.GetString(0));
        (long looked, long open) = session.QueryOnce(
            $"{below} SELECT COUNT(*), COUNT(*) - COUNT(completed) FROM below JOIN instances ON instances.id = below.id", [id], row => (row.GetInt64(0), row.GetInt64(1)))[0];
        return new FamilyOutputs(outputs, looked <= most, open > 0);
    }
}
