namespace Workflows.Cli;

/// <summary>The program <c>workflows</c>.</summary>
public static class CliProgram
{
    /// <summary>Runs a command line with the streams, the clock and the signals of this process.</summary>
    /// <param name="args">The command line, without the program's name.</param>
    /// <returns>0 done, 1 finished partial or failed, 2 bad usage or input, 130 stopped by a signal. Nothing is thrown.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        CliConsole console = CliConsole.OfThisProcess();
        using StopSignal stop = new(console);
        return await CliApp.RunAsync(args, CliServices.OfThisProcess(console, stop.Token));
    }
}
