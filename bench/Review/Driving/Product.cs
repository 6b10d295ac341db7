using System.Diagnostics;
using System.Text;

namespace Workflows.Bench.Review.Driving;

/// <summary>Starts the real programs as processes of their own, as a user does.</summary>
internal static class Product
{
    /// <summary>Starts <c>workflows</c>.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Launch(typeof(Cli.CliApp).Assembly.Location, environment, arguments);

    /// <summary>Runs <c>workflows</c> to its end.</summary>
    public static async Task<Outcome> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        return await EndOfAsync(process);
    }

    /// <summary>Waits for a process and takes what it printed.</summary>
    public static async Task<Outcome> EndOfAsync(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await error);
    }

    internal static Process Launch(string assembly, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(assembly);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} could not be started.");
        process.StandardInput.Close();
        return process;
    }
}
