using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Cli.Hosting;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Shared;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Runs;

/// <summary>The reviews of a data folder, run by a host in this process.</summary>
internal sealed class LocalReviewRuns(RunningHost host, TimeProvider time) : IReviewRuns
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    private readonly DurableTaskClient _client = host.Services.GetRequiredService<DurableTaskClient>();

    public async Task<bool> StartAsync(string id, ReviewRequest request, CancellationToken cancellation)
    {
        if (await _client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellation) is { IsCompleted: false })
        {
            return false;
        }

        await _client.ScheduleNewOrchestrationInstanceAsync(ReviewNames.Orchestrator, request, new StartOrchestrationOptions(id), cancellation);
        return true;
    }

    public async Task<RunState?> FindAsync(string id, CancellationToken cancellation) =>
        await _client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation) is { Name: ReviewNames.Orchestrator } instance ? State(instance) : null;

    public async IAsyncEnumerable<RunState> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Task<OrchestrationMetadata> end = _client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation);
        RunState? last = null;
        DateTimeOffset? seen = null;
        while (!end.IsCompleted)
        {
            // The custom status comes only together with the input, which may be 20 MB: it is asked for when something has changed.
            if (await _client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellation) is { IsCompleted: false } look && look.LastUpdatedAt != seen
                && await _client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation) is { IsCompleted: false } instance)
            {
                seen = instance.LastUpdatedAt;
                if (State(instance) is { } state && state != last)
                {
                    last = state;
                    yield return state;
                }
            }

            await Task.WhenAny(end, Task.Delay(LookInterval, time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }

        yield return State(await end);
    }

    public async Task<IReadOnlyList<RunHead>> ListAsync(RunStatus? status, int limit, CancellationToken cancellation)
    {
        OrchestrationQuery query = new(Statuses: status is { } one ? RunStatuses.Of(one) : null, PageSize: 1_000);
        List<RunHead> heads = [];
        await foreach (OrchestrationMetadata instance in _client.GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (instance.Name == ReviewNames.Orchestrator)
            {
                heads.Add(new RunHead(instance.InstanceId, RunStatuses.From(instance.RuntimeStatus), instance.CreatedAt, instance.LastUpdatedAt));
            }
        }

        return [.. heads.OrderByDescending(head => head.Started).ThenBy(head => head.Id, StringComparer.Ordinal).Take(limit)];
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static RunState State(OrchestrationMetadata instance)
    {
        RunStatus status = RunStatuses.From(instance.RuntimeStatus);
        return new RunState
        {
            Id = instance.InstanceId,
            Status = status,
            Progress = Progress(instance),
            Result = status == RunStatus.Completed ? Report(instance) : null,
            Error = status == RunStatus.Failed ? instance.FailureDetails?.ErrorMessage ?? "unknown" : null,
        };
    }

    private static WorkflowProgress Progress(OrchestrationMetadata instance) =>
        instance.SerializedCustomStatus is null ? new WorkflowProgress() : instance.ReadCustomStatusAs<WorkflowProgress>() ?? new WorkflowProgress();

    private static ReviewReport? Report(OrchestrationMetadata instance)
    {
        try
        {
            return instance.ReadOutputAs<ReviewReport>();
        }
        catch (JsonException e)
        {
            throw CliException.Failed($"the report of {instance.InstanceId} cannot be read; it was written by another version of this program", e);
        }
    }
}
