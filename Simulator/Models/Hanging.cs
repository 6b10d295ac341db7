namespace Workflows.Simulator.Models;

/// <summary>A call that hangs until its client goes away or the simulator stops.</summary>
internal static class Hanging
{
    private static readonly TimeSpan LongWait = TimeSpan.FromDays(40);

    /// <summary>Waits for ever. With a timer: who moves a clock by hand sees that the call waits for nothing else.</summary>
    /// <exception cref="OperationCanceledException">The client went away or the simulator stops.</exception>
    public static async Task WaitAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(LongWait, time, cancellationToken);
        }
    }
}
