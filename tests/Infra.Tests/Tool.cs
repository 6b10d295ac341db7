using System.Diagnostics;

namespace Workflows.Infra.Tests;

/// <summary>A program of the system; tests that need one are skipped, with what to do, where there is none.</summary>
internal static class Tool
{
    /// <summary>Runs it in the repository.</summary>
    /// <returns>Its exit code and all that it said.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string name, string package, params string[] arguments)
    {
        string? tool = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(tool is null, $"{name} is not on the PATH: it is in Debian's package {package}, and test.sh installs it where it runs as root.");
        using Process process = Process.Start(new ProcessStartInfo(tool!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
