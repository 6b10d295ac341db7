using System.Diagnostics;
using System.Text;

namespace Workflows.Bench.Consultation.Driving;

/// <summary>Another program as a process of its own, killed (SIGKILL) when it is disposed of and still there.</summary>
internal sealed class OtherProcess : IAsyncDisposable
{
    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>What is written here reaches its standard input.</summary>
    public StreamWriter Input => _process.StandardInput;

    /// <summary>Starts the program of an assembly. What it says on standard error is passed on, its last lines are kept.</summary>
    /// <param name="assembly">A file of the running program or beside it.</param>
    /// <param name="environment">Variables beside this process's own.</param>
    /// <param name="arguments">The command line.</param>
    public static OtherProcess Start(string assembly, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new OtherProcess(Process.Start(start) ?? throw new InvalidOperationException($"{assembly} could not be started."));
    }

    /// <summary>The next line of its output; null when it has ended.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Waits for the line in which it says where it listens, on either stream, and from then on reads and drops what it says on standard error.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public async Task<Uri> ListensAtAsync(bool onError)
    {
        StreamReader reader = onError ? _process.StandardError : _process.StandardOutput;
        StringBuilder said = new();
        while (await reader.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (line.Split([' ', ',', ';']).FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } url)
            {
                _ = _process.StandardError.ReadToEndAsync();
                return new Uri(url);
            }
        }

        throw new InvalidOperationException($"The process ended before it listened: {said}{(onError ? "" : await _process.StandardError.ReadToEndAsync())}");
    }

    /// <summary>Kills it, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
