namespace Workflows.Bench.Monitor;

/// <summary>A request and how long its answer may take.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Route">The route and its parameters.</param>
/// <param name="LimitMilliseconds">The promise for 100,000 instances; null: none, it is only shown.</param>
internal sealed record Question(string Name, string Route, double? LimitMilliseconds)
{
    /// <summary>The first page.</summary>
    private const double Page = 200;

    /// <summary>A filter or an order by any column.</summary>
    private const double Filter = 300;

    private static readonly string[] Sorts = ["created", "updated", "completed", "duration", "name", "status", "id"];
    private static readonly string[] Orders = ["desc", "asc"];

    public static IReadOnlyList<Question> All { get; } =
    [
        new("first page", "/instances", Page),
        new("first page, oldest first", "/instances?order=asc", Page),
        new("counts", "/instances/counts", Page),
        new("histogram", "/instances/histogram", Filter),
        new("names", "/instances/names", Filter),
        .. Sorts.SelectMany(sort => Orders.Select(order =>
            new Question($"sorted by {sort}, {order}", $"/instances?sort={sort}&order={order}", Filter))),
        new("status Failed", "/instances?status=Failed", Filter),
        new("status Running and Suspended", "/instances?status=Running,Suspended", Filter),
        new("status Completed", "/instances?status=Completed", Filter),
        new("status Failed, sorted by updated", "/instances?status=Failed&sort=updated", Filter),
        new("name", "/instances?name=debate", Filter),
        new("name, sorted by updated", "/instances?name=debate&sort=updated", Filter),
        new("name and status", "/instances?name=debate&status=Failed", Filter),
        new("counts of a name", "/instances/counts?name=debate", Filter),
        new("created within a day", "/instances?createdFrom=2026-01-03&createdTo=2026-01-04", Filter),
        new("updated within an hour", "/instances?updatedFrom=2026-01-03T10:00:00Z&updatedTo=2026-01-03T11:00:00Z", Filter),
        new("updated within an hour, sorted by updated", "/instances?sort=updated&updatedFrom=2026-01-03T10:00:00Z&updatedTo=2026-01-03T11:00:00Z", Filter),
        new("updated within an hour, sorted by name", "/instances?sort=name&updatedFrom=2026-01-03T10:00:00Z&updatedTo=2026-01-03T11:00:00Z", Filter),
        new("updated within a day", "/instances?updatedFrom=2026-01-03&updatedTo=2026-01-04", Filter),
        new("updated before everything", "/instances?updatedTo=2025-06-01", Filter),
        new("counts of an hour's changes", "/instances/counts?updatedFrom=2026-01-03T10:00:00Z&updatedTo=2026-01-03T11:00:00Z", Filter),
        new("counts of a day's changes", "/instances/counts?updatedFrom=2026-01-03&updatedTo=2026-01-04", Filter),
        new("histogram of an hour's changes", "/instances/histogram?updatedFrom=2026-01-03T10:00:00Z&updatedTo=2026-01-03T11:00:00Z", Filter),
        new("id prefix, few", "/instances?idPrefix=run-00000123", Filter),
        new("id prefix, many", "/instances?idPrefix=run-", Filter),
        new("id prefix, none", "/instances?idPrefix=zzz", Filter),
        new("counts of an id prefix, few", "/instances/counts?idPrefix=run-00000123", Filter),
        new("counts of an id prefix, many", "/instances/counts?idPrefix=run-", Filter),
        new("tag, few", "/instances?tag=team%3Dred", Filter),
        new("tag, none", "/instances?tag=team%3Dgreen", Filter),
        new("counts of a tag", "/instances/counts?tag=team%3Dred", Filter),
        new("histogram of a name", "/instances/histogram?name=debate", Filter),
        new("counts of roots", "/instances/counts?parent=roots", Filter),
        new("roots only", "/instances?parent=roots", Filter),
        new("text, many", "/instances?text=lorem", Filter),
        new("text, one", "/instances?text=" + LargeFile.RareText, Filter),
        new("text, none", "/instances?text=nowhere-at-all", Filter),
        new("counts of a text", "/instances/counts?text=ipsum", Filter),
        new("one instance", "/instances/" + LargeFile.LongOne, Page),
        new("10,000 events: a page", $"/instances/{LargeFile.LongOne}/history?after=5000", Filter),
        new("10,000 events: the timeline", $"/instances/{LargeFile.LongOne}/timeline", null),
        new("children, a page", "/instances/run-000000000/children", Filter),
    ];
}
