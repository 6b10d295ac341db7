using System.Diagnostics;

namespace Workflows.Functions.Telemetry;

/// <summary>The program <c>promtool</c> of Prometheus; tests that need it are skipped, with what to do, where there is none.</summary>
internal static class Promtool
{
    /// <summary>Runs it.</summary>
    /// <returns>Its exit code and all that it said.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string input, params string[] arguments)
    {
        string? tool = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "promtool")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(tool is null, "promtool is not on the PATH: it is in Debian's package prometheus, and test.sh installs it where it runs as root.");
        using Process process = Process.Start(new ProcessStartInfo(tool!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
