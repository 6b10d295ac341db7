using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Contract.Tests.Durable.Client;

/// <summary>A client that writes down what reaches its abstract members.</summary>
internal sealed class FakeClient(string name) : DurableTaskClient(name), IHttpManagementPayloadSource
{
    public List<string> Calls { get; } = [];

    public HttpManagementPayload CreateHttpManagementPayload(string instanceId, string? origin)
        => new() { Id = instanceId, StatusQueryGetUri = $"{origin ?? "http://localhost"}/{instanceId}" };

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        Calls.Add($"start {orchestratorName} {input} {options?.InstanceId}");
        return Task.FromResult("id");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
        => Note($"event {instanceId} {eventName} {eventPayload}");

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => Task.FromResult(new OrchestrationMetadata("started", instanceId));

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => Task.FromResult(new OrchestrationMetadata("completed", instanceId));

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => Note($"suspend {instanceId} {reason}");

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => Note($"resume {instanceId} {reason}");

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
        => Note($"terminate {instanceId} {options?.Output}");

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => Task.FromResult<OrchestrationMetadata?>(new OrchestrationMetadata(getInputsAndOutputs ? "whole" : "short", instanceId));

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
        => Pageable.Create((_, _) => Task.FromResult(new Page<OrchestrationMetadata>([])));

    public override ValueTask DisposeAsync() => default;

    private Task Note(string call)
    {
        Calls.Add(call);
        return Task.CompletedTask;
    }
}
