using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Cli.Hosting;
using Workflows.Cli.Output;
using Workflows.Cli.Progress;
using Workflows.Cli.Runs;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Shared;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Reports;

namespace Workflows.Cli.Debates;

/// <summary>Follows one debate from its start, or from where it is, to its report.</summary>
internal sealed class DebateSession(CliServices services, RunningHost host, OutputPlace output, DebateFormat format)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    private readonly CliConsole _console = services.Console;
    private readonly DurableTaskClient _client = host.Services.GetRequiredService<DurableTaskClient>();

    /// <summary>Has it debated, and writes its report.</summary>
    /// <returns>One of <see cref="ExitCode"/>: done only when the gate did not fail.</returns>
    public async Task<int> RunAsync(string id, DebateRequest request, CancellationToken stop)
    {
        try
        {
            bool underWay = await _client.GetInstanceAsync(id, getInputsAndOutputs: false, stop) is { IsCompleted: false };
            if (!underWay)
            {
                await _client.ScheduleNewOrchestrationInstanceAsync(DebateNames.Orchestrator, request, new StartOrchestrationOptions(id), stop);
            }

            _console.Say(underWay ? $"attached to the unfinished run {id}; --new would start afresh" : $"run {id} started");
            return await FinishAsync(await FollowAsync(id, stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _console.Say($"stopped; the run {id} is kept and goes on when the same command is given again");
            return ExitCode.Stopped;
        }
    }

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

    private async Task<int> FinishAsync(OrchestrationMetadata ended)
    {
        if (EndedDebate.Report(ended) is not { } report)
        {
            throw CliException.Failed($"the run {ended.InstanceId} {EndedDebate.Fault(ended)}");
        }

        if (report.Simulated)
        {
            _console.Say(SimulatorNote.Text);
        }

        await output.WriteAsync(Written(report), "Name another file and give the same command again");
        if (report.Gate.Status != "failed")
        {
            return ExitCode.Done;
        }

        _console.Say("the synthesis does not stand on the evidence (gate: failed); the report says why");
        return ExitCode.Failed;
    }

    private string Written(DebateReport report) => format switch
    {
        DebateFormat.Json => JsonSerializer.Serialize(report, DebateJson.Indented) + "\n",
        DebateFormat.Markdown => DebateReportText.Markdown(report),
        _ => DebateReportText.Plain(report),
    };

    private static RunState State(OrchestrationMetadata instance) => new()
    {
        Id = instance.InstanceId,
        Status = RunStatuses.From(instance.RuntimeStatus),
        Progress = instance.SerializedCustomStatus is null ? new WorkflowProgress() : instance.ReadCustomStatusAs<WorkflowProgress>() ?? new WorkflowProgress(),
    };
}
