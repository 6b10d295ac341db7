using System.Text.Json;
using Microsoft.Data.Sqlite;
using Workflows.Durable;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>How values stand in columns.</summary>
internal static class JournalText
{
    public static SqlValue Time(DateTimeOffset? time) => time?.UtcTicks;

    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? TimeAt(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Time(row.GetInt64(column));

    public static string? TextAt(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static string? Details(EventDetails? details) =>
        details is null ? null : JsonSerializer.Serialize(details, EventDetailsContext.Default.EventDetails);

    public static EventDetails? Details(string? text) =>
        text is null ? null : JsonSerializer.Deserialize(text, EventDetailsContext.Default.EventDetails);

    public static string? Failure(TaskFailureDetails? failure) =>
        failure is null ? null : JsonSerializer.Serialize(failure, EventDetailsContext.Default.TaskFailureDetails);

    public static TaskFailureDetails? Failure(string? text) =>
        text is null ? null : JsonSerializer.Deserialize(text, EventDetailsContext.Default.TaskFailureDetails);

    public static string? Tags(IReadOnlyDictionary<string, string>? tags) =>
        tags is null or { Count: 0 } ? null : JsonSerializer.Serialize(tags, EventDetailsContext.Default.IReadOnlyDictionaryStringString);

    public static IReadOnlyDictionary<string, string>? Tags(string? text) =>
        text is null ? null : JsonSerializer.Deserialize(text, EventDetailsContext.Default.IReadOnlyDictionaryStringString);

    /// <summary>SQL that reads a payload column as text wherever the text lies.</summary>
    public static string Payload(string column) =>
        $"CASE typeof({column}) WHEN 'integer' THEN (SELECT body FROM payloads WHERE payloads.id = {column}) ELSE {column} END";
}
