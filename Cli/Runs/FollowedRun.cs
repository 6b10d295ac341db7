using Microsoft.Extensions.DependencyInjection;
using Workflows.Cli.Hosting;
using Workflows.Cli.Progress;
using Workflows.Durable.Client;
using Workflows.Shared;

namespace Workflows.Cli.Runs;

/// <summary>A run of this process: started, or attached to where it is, and followed to its end.</summary>
/// <param name="services">The streams and the clock.</param>
/// <param name="host">Where it runs.</param>
internal sealed class FollowedRun(CliServices services, RunningHost host)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    private readonly CliConsole _console = services.Console;
    private readonly DurableTaskClient _client = host.Services.GetRequiredService<DurableTaskClient>();

    /// <summary>What is to be told beside the progress; null: nothing.</summary>
    public Func<OrchestrationMetadata, string?> Trouble { get; init; } = _ => null;

    /// <summary>Starts the run unless it is under way, follows it, and finishes.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="start">Starts it.</param>
    /// <param name="finish">Is given the run that has ended, with its output, and says how the program ends.</param>
    /// <param name="stop">Leaves the run as it is.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string id, Func<DurableTaskClient, Task> start, Func<OrchestrationMetadata, Task<int>> finish, CancellationToken stop)
    {
        try
        {
            bool underWay = await _client.GetInstanceAsync(id, getInputsAndOutputs: false, stop) is { IsCompleted: false };
            if (!underWay)
            {
                await start(_client);
            }

            _console.Say(underWay ? $"attached to the unfinished run {id}; --new would start afresh" : $"run {id} started");
            return await finish(await FollowAsync(id, stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _console.Say($"stopped; the run {id} is kept and goes on when the same command is given again");
            return ExitCode.Stopped;
        }
    }

    /// <summary>How a run ended that has no report, and why.</summary>
    /// <param name="ended">The run.</param>
    public static string Fault(OrchestrationMetadata ended) =>
        $"{RunStatuses.Word(RunStatuses.From(ended.RuntimeStatus))}{(ended.FailureDetails is { } failure ? $": {failure.ErrorMessage}" : "")}";

    private async Task<OrchestrationMetadata> FollowAsync(string id, CancellationToken stop)
    {
        await using IProgressView view = ProgressViews.For(_console, services.Time);
        Task<OrchestrationMetadata> end = _client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, stop);
        while (!end.IsCompleted)
        {
            if (await _client.GetInstanceAsync(id, getInputsAndOutputs: true, stop) is { IsCompleted: false } instance)
            {
                view.Show(State(instance));
            }

            await Task.WhenAny(end, Task.Delay(LookInterval, services.Time, stop));
            stop.ThrowIfCancellationRequested();
        }

        OrchestrationMetadata ended = await end;
        view.Show(State(ended));
        return ended;
    }

    private RunState State(OrchestrationMetadata instance) => new()
    {
        Id = instance.InstanceId,
        Status = RunStatuses.From(instance.RuntimeStatus),
        Progress = instance.SerializedCustomStatus is null ? new WorkflowProgress() : instance.ReadCustomStatusAs<WorkflowProgress>() ?? new WorkflowProgress(),
        Trouble = Trouble(instance),
    };
}
