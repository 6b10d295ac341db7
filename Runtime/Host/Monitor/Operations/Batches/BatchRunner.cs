using System.Globalization;
using Microsoft.Extensions.Logging;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Access;

namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>Runs batches beside the requests that ordered them: a page of instances at a time, some of a page at once. They end with the host; what they have done is durable.</summary>
internal sealed class BatchRunner(DurableEngine engine, BatchTargets targets, InstanceOperator instances, AuditLog audit, ILogger logger, CancellationToken stopping)
{
    private const int AtOnce = 8;
    private const int Kept = 50;

    private readonly Lock _gate = new();
    private readonly LinkedList<Batch> _batches = [];
    private long _last;

    /// <summary>The batches since the start of the host, newest first.</summary>
    public IReadOnlyList<BatchAnswer> All()
    {
        lock (_gate)
        {
            return [.. _batches.Select(batch => batch.Tell())];
        }
    }

    public Batch? Find(string id)
    {
        lock (_gate)
        {
            return _batches.FirstOrDefault(batch => batch.Id == id);
        }
    }

    /// <summary>Begins a batch.</summary>
    public async Task<Batch> StartAsync(MonitorCaller caller, BatchOrder order, BatchPreview preview)
    {
        long note = await audit.BeginAsync(caller, $"batch {order.Operation}", null, $"{preview.Applicable} of {preview.Matching}{(order.Reason is null ? string.Empty : ", reason given")}");
        Batch batch;
        lock (_gate)
        {
            batch = new Batch("b" + (++_last).ToString(CultureInfo.InvariantCulture), order, caller.Who, engine.Core.Now(), preview.Applicable, note);
            _batches.AddFirst(batch);
            while (_batches.Count > Kept)
            {
                _batches.RemoveLast();
            }
        }

        _ = Task.Run(() => RunAsync(batch), CancellationToken.None);
        return batch;
    }

    private async Task RunAsync(Batch batch)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(batch.Stopping, stopping);
        BatchState state = BatchState.Done;
        try
        {
            foreach (IReadOnlyList<InstanceRecord> page in targets.Pages(batch.Order, batch.Started))
            {
                await Parallel.ForEachAsync(
                    page, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = either.Token }, async (head, token) => await RunAsync(batch, head, token));
            }
        }
        catch (Exception) when (either.IsCancellationRequested)
        {
            // It was stopped, or the engine stops under it.
            state = BatchState.Stopped;
        }
        catch (Exception e)
        {
            HostLog.BatchFailed(logger, batch.Id, e);
            state = BatchState.Failed;
        }

        // Noted before it is told: whoever sees that it has ended finds that in the audit log too.
        await NoteAsync(batch.Tell(), state);
        batch.End(state, engine.Core.Now());
    }

    private async Task NoteAsync(BatchAnswer ended, BatchState state)
    {
        string outcome = state switch { BatchState.Done => AuditOutcomes.Done, BatchState.Stopped => AuditOutcomes.Stopped, _ => AuditOutcomes.Failed };
        try
        {
            await audit.EndAsync(ended.Audit, outcome, $"{ended.Done} done, {ended.Skipped} skipped, {ended.Failed} failed");
        }
        catch (JournalException e)
        {
            HostLog.BatchFailed(logger, ended.Id, e);
        }
    }

    private async Task RunAsync(Batch batch, InstanceRecord head, CancellationToken cancellationToken)
    {
        if (!BatchTargets.Applies(batch.Order, head))
        {
            batch.Skipped();
            return;
        }

        try
        {
            await OperateAsync(batch.Order, head.Id, cancellationToken);
            batch.Done();
        }
        catch (RefusedException)
        {
            // Its state has changed meanwhile, or one above it took it along.
            batch.Skipped();
        }
        catch (Exception e) when (e is RequestFaultException or ArgumentException)
        {
            batch.Failed(head.Id, e.Message);
        }
    }

    private Task<OperationDone> OperateAsync(BatchOrder order, string id, CancellationToken cancellationToken) => order.Action switch
    {
        BatchAction.Suspend => instances.SuspendAsync(id, order.Reason, cancellationToken),
        BatchAction.Resume => instances.ResumeAsync(id, order.Reason, cancellationToken),
        BatchAction.Terminate => instances.TerminateAsync(id, order.Reason, order.Recursive, cancellationToken),
        BatchAction.Restart => instances.RestartAsync(id, newId: true, cancellationToken),
        BatchAction.Rewind => instances.RewindAsync(id, order.Reason, cancellationToken),
        BatchAction.Purge => instances.PurgeAsync(id, order.Recursive, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order.Action, null),
    };
}
