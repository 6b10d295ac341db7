namespace Workflows.Durable.Client;

/// <summary>What is known of an orchestration instance from outside.</summary>
public sealed class OrchestrationMetadata
{
    /// <summary>Creates metadata.</summary>
    /// <param name="name">The name of the orchestrator.</param>
    /// <param name="instanceId">The id of the instance.</param>
    public OrchestrationMetadata(string name, string instanceId)
    {
        Name = name;
        InstanceId = instanceId;
    }

    /// <summary>The name of the orchestrator.</summary>
    public string Name { get; }

    /// <summary>The id of the instance.</summary>
    public string InstanceId { get; }

    /// <summary>Reads the payloads; null when inputs and outputs were not asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    /// <summary>Where the instance stands.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>The input as text; null when there is none or it was not asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>The result as text; null before the end or when it was not asked for. Of a failed instance, the failure's message as it is.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>The custom status as text; null when it was not asked for.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>How the instance failed; null otherwise, when payloads were not asked for, and with some storage providers for a failed instance too.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>The labels that the instance was started with; empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>True when it runs: neither pending, suspended nor ended.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    /// <summary>True when it has ended: completed, failed or terminated.</summary>
    public bool IsCompleted => RuntimeStatus is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;

    /// <summary>The input.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadInputAs<T>() => Reader().Deserialize<T>(SerializedInput);

    /// <summary>The result.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadOutputAs<T>() => Reader().Deserialize<T>(SerializedOutput);

    /// <summary>The custom status.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadCustomStatusAs<T>() => Reader().Deserialize<T>(SerializedCustomStatus);

    /// <summary>Name, id, status and times in one line; no payloads.</summary>
    public override string ToString()
        => $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, LastUpdatedAt: {LastUpdatedAt:s}]";

    private DataConverter Reader()
        => DataConverter ?? throw new InvalidOperationException(
            $"The payloads of '{InstanceId}' were not fetched; ask for the metadata with getInputsAndOutputs set.");
}
