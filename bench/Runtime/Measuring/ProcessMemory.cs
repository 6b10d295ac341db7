using System.Globalization;

namespace Workflows.Bench.Runtime.Measuring;

/// <summary>What this process has of the machine's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>Bytes that are in memory now.</summary>
    public static double Resident() => Environment.WorkingSet;

    /// <summary>The most bytes that were in memory at any time.</summary>
    public static double Peak() => OperatingSystem.IsLinux()
        ? 1024 * double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
        : System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64;
}
