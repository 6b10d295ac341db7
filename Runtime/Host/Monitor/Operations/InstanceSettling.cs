using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>Waits a little for an instance to take in what it was sent.</summary>
/// <param name="engine">The engine.</param>
/// <param name="clock">The real clock.</param>
/// <param name="patience">How long it waits.</param>
internal sealed class InstanceSettling(DurableEngine engine, TimeProvider clock, TimeSpan patience)
{
    /// <returns>False when it had not come so far in time.</returns>
    public async Task<bool> WaitAsync(string id, Func<InstanceRecord?, bool> isSettled, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(patience, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            while (true)
            {
                using InstanceChange change = engine.Core.Watch.NextChange(id);
                if (isSettled(engine.Journal.Read(session => InstanceTable.Read(session, id, full: false))))
                {
                    return true;
                }

                await change.WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return false;
        }
    }
}
