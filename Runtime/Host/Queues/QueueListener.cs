using Microsoft.Extensions.Logging;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Triggers;

namespace Workflows.Runtime.Host.Queues;

/// <summary>
/// Runs one queue function: takes messages in batches, runs them side by side, keeps each invisible while it runs, removes what
/// succeeded, gives back what failed, and puts aside what failed too often. Every message is run at least once.
/// </summary>
internal sealed class QueueListener(HostFunction function, QueueRoute route, string? poison, QueueSettings settings, ILogger logger)
{
    /// <summary>How long a message is invisible while it runs, unless it is renewed, which it is at half of it: the Functions host's value.</summary>
    public static readonly TimeSpan Visibility = TimeSpan.FromMinutes(10);

    private readonly IQueueStore _store = route.Store;
    private readonly TaskCompletionSource _receivedLast = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs the function until the host stops, and returns when the last run has ended.</summary>
    public async Task RunAsync(TriggerRuns runs, CancellationToken stopping)
    {
        HashSet<Task> running = [];
        int emptyPolls = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                running.RemoveWhere(run => run.IsCompleted);
                if (running.Count > settings.NewBatchThreshold)
                {
                    await Task.WhenAny(running);
                    continue;
                }

                // Not given up when the host stops: what the store has handed out already would stay invisible.
                IReadOnlyList<QueueDelivery> batch = await _store.ReceiveAsync(route.Queue, settings.BatchSize, Visibility, CancellationToken.None);
                emptyPolls = batch.Count > 0 ? 0 : emptyPolls + 1;
                running.UnionWith(batch.Select(delivery => Task.Run(() => HandleAsync(delivery, runs, stopping), CancellationToken.None)));
                if (batch.Count == 0)
                {
                    await _store.WaitAsync(route.Queue, emptyPolls, stopping);
                }
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                HostLog.QueueFailed(logger, route.Queue, e);
                await Task.Delay(TimeSpan.FromSeconds(1), _store.Time, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (Exception)
            {
                // The host stops.
            }
        }

        _receivedLast.SetResult();
        await Task.WhenAll(running);
    }

    private async Task HandleAsync(QueueDelivery delivery, TriggerRuns runs, CancellationToken stopping)
    {
        try
        {
            if (poison is not null && delivery.DequeueCount > settings.MaxDequeueCount)
            {
                await PutAsideAsync(delivery);
                return;
            }

            if (!stopping.IsCancellationRequested && await RunAsync(delivery, runs, stopping))
            {
                await _store.DeleteAsync(delivery, CancellationToken.None);
            }
            else if (stopping.IsCancellationRequested)
            {
                // Not before this listener has ended: it would receive the message once more, which counts as a try.
                await _receivedLast.Task;
                await _store.ReleaseAsync(delivery, TimeSpan.Zero, CancellationToken.None);
            }
            else if (poison is null)
            {
                // Left invisible, as on the Functions host: there is nowhere to put it, and at once it would fail again and again.
            }
            else if (delivery.DequeueCount >= settings.MaxDequeueCount)
            {
                await PutAsideAsync(delivery);
            }
            else
            {
                await _store.ReleaseAsync(delivery, settings.VisibilityTimeout, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            HostLog.QueueFailed(logger, route.Queue, e);
        }
    }

    private async Task<bool> RunAsync(QueueDelivery delivery, TriggerRuns runs, CancellationToken stopping)
    {
        using CancellationTokenSource ended = new();
        Task renewal = RenewAsync(delivery, ended.Token);
        try
        {
            byte[] body = QueueBody.Decode(delivery.Text, settings.Base64);
            await runs.RunAsync(function, new QueueArrival(delivery, body), QueueMetadata.Of(delivery, body), HostRetryContext.Only, stopping);
            return true;
        }
        catch (Exception e)
        {
            if (!stopping.IsCancellationRequested)
            {
                HostLog.FunctionFailed(logger, function.Name, e);
            }

            return false;
        }
        finally
        {
            await ended.CancelAsync();
            await renewal;
        }
    }

    private async Task RenewAsync(QueueDelivery delivery, CancellationToken ended)
    {
        bool held = true;
        while (held && !ended.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Visibility / 2, _store.Time, ended);
                held = await _store.ExtendAsync(delivery, Visibility, ended);
            }
            catch (Exception e) when (!ended.IsCancellationRequested)
            {
                HostLog.QueueFailed(logger, route.Queue, e);
            }
            catch (Exception)
            {
                // The run has ended.
            }
        }
    }

    private async Task PutAsideAsync(QueueDelivery delivery)
    {
        await _store.MoveAsync(delivery, poison!, CancellationToken.None);
        HostLog.MessagePoisoned(logger, route.Queue, delivery.Id, delivery.DequeueCount, poison!);
    }
}
