using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Workflows.Monitor.Tests.Build;

/// <summary>The page's sources. Tests of them are skipped, with what to do, where Node or its packages are not there, or Node is older than the sources want.</summary>
internal static class WebFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs one of the folder's scripts; the exit code and what it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string script)
    {
        string? folder = Find();
        Assert.SkipWhen(folder is null, "The page's packages are not installed: run npm install --no-save in Runtime/Host/Monitor/web, as test.sh does where Node is.");
        string manifest = await File.ReadAllTextAsync(Path.Combine(folder, "package.json"), TestContext.Current.CancellationToken);
        string wanted = JsonDocument.Parse(manifest).RootElement.GetProperty("engines").GetProperty("node").GetString()!;
        string? found = await NodeAsync(folder);
        Assert.SkipUnless(NodeVersions.Meets(found, wanted), $"The page's sources want Node {wanted}, and {(found is null ? "there is none" : $"{found} is installed")}.");
        return await RunAsync(folder, "npm", "run", "--silent", script);
    }

    private static async Task<string?> NodeAsync(string folder)
    {
        try
        {
            return (await RunAsync(folder, "node", "--version")).Said.Trim();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["NO_COLOR"] = "1" } };
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
