using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Workflows.Bench.Runtime.Measuring;

/// <summary>How long the machine itself takes to make 4 KB durable in a folder.</summary>
internal static class DiskSync
{
    private const int Block = 4096;

    /// <summary>Writes blocks one after another over a file that is already there, as a write-ahead log that is used again, each followed by a flush of its data.</summary>
    /// <param name="folder">Where the file is made, and deleted again.</param>
    /// <param name="writes">How many blocks.</param>
    /// <returns>Milliseconds of each.</returns>
    public static IReadOnlyList<double> Measure(string folder, int writes)
    {
        string path = Path.Combine(folder, "sync.bin");
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None);
            byte[] block = new byte[Block];
            for (int i = 0; i < writes; i++)
            {
                RandomAccess.Write(file, block, (long)i * Block);
            }

            RandomAccess.FlushToDisk(file);
            Array.Fill(block, (byte)1);
            double[] times = new double[writes];
            for (int i = 0; i < writes; i++)
            {
                long from = Stopwatch.GetTimestamp();
                RandomAccess.Write(file, block, (long)i * Block);
                Flush(file);
                times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }

            return times;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
        }
        else if (FlushData(file) != 0)
        {
            throw new IOException($"fdatasync failed with error {Marshal.GetLastPInvokeError()}.");
        }
    }

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int FlushData(SafeFileHandle file);
}
