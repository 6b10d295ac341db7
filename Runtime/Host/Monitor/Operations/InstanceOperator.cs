using System.Text.Json;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Forking;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Instances;

namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>Does things to one instance. What its state does not allow is refused with a word why.</summary>
internal sealed class InstanceOperator(DurableEngine engine, DurableTaskClient client, InstanceSettling settling)
{
    public Task<OperationDone> RaiseEventAsync(string id, string name, JsonElement? payload, CancellationToken cancellationToken) =>
        RunAsync(id, InstanceOperations.RaiseEvent, async head =>
        {
            await client.RaiseEventAsync(id, name, payload, cancellationToken);
            bool seen = await settling.WaitAsync(id, now => now is null || now.IsEnded || now.LastSequence != head.LastSequence || now.Execution != head.Execution, cancellationToken);
            return OperationDone.Of(seen, $"{id} has taken in the event {name}.", $"The event {name} waits for {id}.");
        });

    public Task<OperationDone> SuspendAsync(string id, string? reason, CancellationToken cancellationToken) => RunAsync(id, InstanceOperations.Suspend, async _ =>
    {
        await client.SuspendInstanceAsync(id, reason, cancellationToken);
        bool seen = await settling.WaitAsync(id, now => now is null || now.IsEnded || now.Status == OrchestrationRuntimeStatus.Suspended, cancellationToken);
        return OperationDone.Of(seen, $"{id} is suspended.", $"{id} will be suspended.");
    });

    public Task<OperationDone> ResumeAsync(string id, string? reason, CancellationToken cancellationToken) => RunAsync(id, InstanceOperations.Resume, async _ =>
    {
        await client.ResumeInstanceAsync(id, reason, cancellationToken);
        bool seen = await settling.WaitAsync(id, now => now is not { Status: OrchestrationRuntimeStatus.Suspended }, cancellationToken);
        return OperationDone.Of(seen, $"{id} goes on.", $"{id} will go on.");
    });

    public Task<OperationDone> TerminateAsync(string id, string? reason, bool recursive, CancellationToken cancellationToken) => RunAsync(id, InstanceOperations.Terminate, async _ =>
    {
        await client.TerminateInstanceAsync(id, new TerminateInstanceOptions(reason, recursive), cancellationToken);
        bool seen = await settling.WaitAsync(id, now => now is null or { IsEnded: true }, cancellationToken);
        return OperationDone.Of(seen, $"{id} was terminated.", $"{id} will be terminated.");
    });

    public Task<OperationDone> RewindAsync(string id, string? reason, CancellationToken cancellationToken) => RunAsync(id, InstanceOperations.Rewind, async _ =>
    {
        await client.RewindInstanceAsync(id, reason ?? string.Empty, cancellationToken);
        return OperationDone.Done($"{id} was rewound: what failed is done again.");
    });

    public Task<OperationDone> RestartAsync(string id, bool newId, CancellationToken cancellationToken) => RunAsync(id, InstanceOperations.Restart, async head =>
    {
        string restarted = newId || head.IsEnded ? await client.RestartAsync(id, newId, cancellationToken) : throw Refused(id, head.Status, InstanceOperations.Restart);
        return OperationDone.Done(newId ? $"{restarted} was started with the input of {id}." : $"{id} was started anew.") with { NewId = restarted };
    });

    public Task<OperationDone> PurgeAsync(string id, bool recursive, CancellationToken cancellationToken) => RunAsync(id, InstanceOperations.Purge, async _ =>
    {
        PurgeResult purged = await client.PurgeInstanceAsync(id, new PurgeInstanceOptions(recursive), cancellationToken);
        engine.Core.Watch.Changed(id);
        return OperationDone.Done(purged.PurgedInstanceCount == 1 ? $"{id} was removed." : $"{id} and {purged.PurgedInstanceCount - 1} below it were removed.") with { Count = purged.PurgedInstanceCount };
    });

    public Task<OperationDone> ForkAsync(ForkRequest request) => RunAsync(request.InstanceId, InstanceOperations.Fork, async _ =>
    {
        string id = await engine.ForkAsync(request);
        return OperationDone.Done($"{id} goes on from event {request.AfterEvent} of {request.InstanceId}.") with { NewId = id };
    });

    private static RefusedException Refused(string id, OrchestrationRuntimeStatus status, string operation) =>
        RefusedException.Conflict($"'{id}' is {status}: {operation} cannot be done then.");

    private async Task<OperationDone> RunAsync(string id, string operation, Func<InstanceRecord, Task<OperationDone>> run)
    {
        InstanceRecord head = engine.Journal.Read(session => InstanceFinder.Head(session, id, full: false));
        if (!InstanceOperations.Allows(head.Status, operation))
        {
            throw Refused(id, head.Status, operation);
        }

        try
        {
            return await run(head);
        }
        catch (InvalidOperationException e) when (e is ForkRefusedException or OrchestrationAlreadyExistsException)
        {
            throw RefusedException.Conflict(e.Message);
        }
        catch (ArgumentException e)
        {
            throw new RequestFaultException("id", e.Message);
        }
        catch (InvalidOperationException)
        {
            // It has changed since it was looked at.
            OrchestrationRuntimeStatus? now = engine.Journal.Read(session => InstanceTable.Read(session, id, full: false))?.Status;
            throw now is { } status ? Refused(id, status, operation) : RefusedException.NotFound($"There is no instance '{id}'.");
        }
    }
}
