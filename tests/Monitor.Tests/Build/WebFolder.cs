using System.Diagnostics;

namespace Workflows.Monitor.Tests.Build;

/// <summary>The page's sources. Tests of them are skipped, with what to do, where Node or its packages are not there.</summary>
internal static class WebFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs one of the folder's scripts; the exit code and what it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string script)
    {
        string? folder = Find();
        Assert.SkipWhen(folder is null, "The page's packages are not installed: run npm ci in Runtime/Host/Monitor/web, as test.sh does where Node is.");
        ProcessStartInfo start = new("npm", ["run", "--silent", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["NO_COLOR"] = "1" } };
        using Process process = Process.Start(start)!;
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string web = Path.Combine(folder.FullName, "Runtime", "Host", "Monitor", "web");
            if (Directory.Exists(Path.Combine(web, "node_modules", "vite")))
            {
                return web;
            }
        }

        return null;
    }
}
