using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>
/// A prepared statement that returns no rows, on SQLite's own interface: the provider's commands make a reader and look each parameter up by its name at every
/// execution, which cost a third of the writer's time.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;
    private byte[] _buffer = new byte[4096];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));

        // SQLite numbers parameters as they appear in the text: $2 may be the first.
        _places = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(_statement)).Select(i => raw.sqlite3_bind_parameter_index(_statement, $"${i}"))];
    }

    /// <summary>Runs it; <paramref name="arguments"/> bind to $1, $2, … in order.</summary>
    /// <returns>The number of rows it changed.</returns>
    public int Execute(ReadOnlySpan<SqlValue> arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            Check(Bind(_places[i], arguments[i]));
        }

        int result;
        do
        {
            result = raw.sqlite3_step(_statement);
        }
        while (result == raw.SQLITE_ROW);

        int changes = raw.sqlite3_changes(_connection);
        Check(raw.sqlite3_reset(_statement));
        return changes;
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int index, SqlValue value)
    {
        if (value.IsNumber)
        {
            return raw.sqlite3_bind_int64(_statement, index, value.Number);
        }

        return value.Reference switch
        {
            null => raw.sqlite3_bind_null(_statement, index),
            string text => BindText(index, text),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
            _ => throw new ArgumentException($"A {value.Reference.GetType().Name} is no value of a parameter.", nameof(value)),
        };
    }

    private int BindText(int index, string text)
    {
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(_statement, index, text);
        }

        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _buffer.Length)
        {
            _buffer = new byte[most];
        }

        int length = Encoding.UTF8.GetBytes(text, _buffer);
        return raw.sqlite3_bind_text(_statement, index, _buffer.AsSpan(0, length));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _connection);
        }
    }
}
