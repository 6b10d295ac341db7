using Microsoft.Extensions.Logging;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>
/// Keeps blocks of the fleet for the pools of a real-time task, from the first use to the end of the process, and renews them in time. While a
/// renewal fails, what is held stays in use until its end, and the next one is asked for every second.
/// </summary>
public sealed partial class StandingBlocks(RealtimeAdmission admission, ModelCatalogue catalogue, TimeProvider time, ILogger<StandingBlocks> logger) : IAsyncDisposable
{
    /// <summary>Calls that one slot can begin while a block lasts, at most: a bound for the account, not a limit that anybody meets.</summary>
    private const int CallsOfASlot = 300;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Task> loops = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource end = new();
    private readonly Lock gate = new();

    /// <summary>Begins to keep blocks for a task's pools. It returns at once, and may be called with every request.</summary>
    /// <param name="client">Starts the renewals.</param>
    /// <param name="task">The task in the catalogue.</param>
    /// <param name="tokens">What one call costs at most.</param>
    public void Keep(DurableTaskClient client, ModelTask task, int tokens)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(task);
        lock (gate)
        {
            foreach (string name in task.Fallbacks.Prepend(task.Pool))
            {
                if (!loops.ContainsKey(name) && catalogue.TryGetPool(name, out ModelPool? pool))
                {
                    loops[name] = Task.Run(() => RenewAsync(client, pool, tokens, end.Token));
                }
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(loops.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task RenewAsync(DurableTaskClient client, ModelPool pool, int tokens, CancellationToken stop)
    {
        int calls = CallsOfASlot * pool.MaxConcurrent;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await admission.RenewAsync(client, pool.Fleet, admission.Ask(pool.Name, pool.MaxConcurrent, calls, calls * tokens), stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                LogFailed(pool.Name, e);
            }

            do
            {
                await Task.Delay(Rest, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            while (!stop.IsCancellationRequested && admission.RenewAt(pool.Name) > time.GetUtcNow() && !admission.IsFailing(pool.Name));
        }
    }

    [LoggerMessage(EventId = 2110, Level = LogLevel.Warning, Message = "The block of real-time calls of pool {Pool} could not be renewed; it is tried again.")]
    private partial void LogFailed(string pool, Exception exception);
}
