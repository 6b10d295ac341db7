using Microsoft.Data.Sqlite;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>What SQLite's errors mean for the data file, each with its remedy.</summary>
/// <remarks>The codes are those of https://sqlite.org/rescode.html.</remarks>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>True when the file is damaged: writing on could damage more.</summary>
    public static bool IsDamage(Exception error) => error is SqliteException { SqliteErrorCode: Corrupt or NoDatabase };

    /// <summary>True when the fault lies in the file as a whole, so that no other commit would fare better.</summary>
    public static bool IsOfFile(Exception error) =>
        error is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or InputOutput or CannotOpen } || IsDamage(error);

    public static JournalException Explain(string path, string what, Exception error) =>
        new($"The data file {path} {what}: {Trim(error.Message)} {Remedy(error)}".TrimEnd(), error);

    private static string Trim(string message) => message.TrimEnd('.') + ".";

    private static string Remedy(Exception error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked => "Another program holds it locked: close that program.",
        ReadOnly => "Make the file and its folder writable, or name another data folder.",
        InputOutput => "The disk or the file system reports an error: see the system's log.",
        Corrupt or NoDatabase => "It is damaged, and nothing more is written to it: stop, and restore it from a backup.",
        Full => "The disk is full: free some space.",
        CannotOpen => "Make sure that the file and its folder exist and can be opened.",
        _ => string.Empty,
    };
}
