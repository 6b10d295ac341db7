using System.Diagnostics;

namespace Workflows.Bench.Runtime.Measuring;

/// <summary>Another process, killed (SIGKILL) when it is disposed of and still there.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Whether it is there no more.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts this program with other arguments.</summary>
    public static ChildProcess OfThisProgram(params string[] arguments)
    {
        string self = Environment.ProcessPath ?? throw new InvalidOperationException("This program's own file is not known.");
        return Path.GetFileNameWithoutExtension(self) == "dotnet"
            ? Start(self, [typeof(ChildProcess).Assembly.Location, .. arguments])
            : Start(self, arguments);
    }

    /// <summary>Starts a program; its output is read by <see cref="ReadLineAsync"/>, its errors go where this program's go.</summary>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, bool quiet = false)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = quiet, UseShellExecute = false };
        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started."));
    }

    /// <summary>The next line of its output.</summary>
    /// <exception cref="InvalidOperationException">It ended without one.</exception>
    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The process under test ended before its work was done.");

    /// <summary>Reads its output to the end and waits for that.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Kills it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
