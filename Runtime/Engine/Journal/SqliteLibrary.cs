using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>Binds the SQLite provider to the system's own library, once per process.</summary>
internal static class SqliteLibrary
{
    private static readonly Lock Gate = new();
    private static bool _bound;

    /// <exception cref="JournalException">The system has no SQLite library, or one older than 3.35.</exception>
    public static void Bind()
    {
        lock (Gate)
        {
            if (_bound)
            {
                return;
            }

            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
            try
            {
                raw.SetProvider(new SQLite3Provider_e_sqlite3());
                if (raw.sqlite3_libversion_number() < 3_035_000)
                {
                    throw new JournalException($"SQLite {raw.sqlite3_libversion().utf8_to_string()} is too old: 3.35 or later is needed. Update the system's SQLite library.");
                }
            }
            catch (DllNotFoundException e)
            {
                throw new JournalException("The system's SQLite library was not found. Install it (Debian and Ubuntu: libsqlite3-0; Fedora: sqlite-libs; Alpine: sqlite-libs).", e);
            }

            _bound = true;
        }
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3")
        {
            return IntPtr.Zero;
        }

        foreach (string candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, out IntPtr handle))
            {
                return handle;
            }
        }

        return IntPtr.Zero;
    }

    private static string[] Candidates() =>
        OperatingSystem.IsWindows() ? ["winsqlite3", "sqlite3"]
        : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib", "/usr/lib/libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];
}
