using System.Globalization;
using System.Runtime.InteropServices;

namespace Workflows.Bench.Runtime.Measuring;

/// <summary>The machine that figures come from.</summary>
internal static class Machine
{
    /// <summary>Its processors, its runtime, and how many threads want to run on it: above the number of processors, times are those of a busy machine.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, load {Load()}");

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
