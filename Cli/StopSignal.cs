using System.Runtime.InteropServices;

namespace Workflows.Cli;

/// <summary>
/// Ctrl-C and SIGTERM. The first asks the command to stop in order; the second ends the process at once, which loses nothing:
/// every step that ended is in the journal.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CliConsole _console;
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _signals;

    public StopSignal(CliConsole console)
    {
        _console = console;
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>Ends at the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) > 1)
        {
            Environment.Exit(ExitCode.Stopped);
        }

        _console.Say("stopping; once more to leave at once");
        _stop.Cancel();
    }
}
