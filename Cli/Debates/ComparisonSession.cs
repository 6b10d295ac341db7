using System.Collections.Concurrent;
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
using Workflows.Shared.Debate.Comparison;

namespace Workflows.Cli.Debates;

/// <summary>Has the debates of a comparison run that have not ended, and reports on all.</summary>
/// <param name="services">The streams and the clock.</param>
/// <param name="host">Where they run.</param>
/// <param name="output">Where the report goes.</param>
/// <param name="json">Whether as JSON.</param>
internal sealed class ComparisonSession(CliServices services, RunningHost host, OutputPlace output, bool json)
{
    private static readonly TerminateInstanceOptions WithItsCalls = new(Recursive: true);

    private readonly CliConsole _console = services.Console;
    private readonly DurableTaskClient _client = host.Services.GetRequiredService<DurableTaskClient>();
    private readonly ConcurrentDictionary<string, bool> _underWay = [];
    private readonly Lock _gate = new();
    private int _ended;
    private int _failed;

    /// <summary>Runs what is to be run, at most so many at once, and writes the report.</summary>
    /// <returns>One of <see cref="ExitCode"/>: done when no debate failed.</returns>
    public async Task<int> RunAsync(ComparisonPlan plan, IReadOnlyList<FoundDebate> debates, int concurrency, CancellationToken stop)
    {
        ComparedDebate[] ended = new ComparedDebate[debates.Count];
        int before = debates.Count(debate => debate.HasEnded);
        _console.Say($"comparison {plan.Id} of {debates.Count} debates{(before == 0 ? "" : $", {before} of which have ended before; --new would start afresh")}");
        try
        {
            await using IProgressView view = ProgressViews.For(_console, services.Time);
            Show(view, debates.Count);
            await Task.WhenAll(debates.Where(debate => debate.Interrupted is not null).Select(debate => EndAsync(debate.Interrupted!, stop)));
            await Parallel.ForAsync(0, debates.Count, new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = stop }, async (i, cancellation) =>
            {
                ended[i] = await DebateAsync(debates[i], cancellation);
                Count(ended[i], view, debates.Count);
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(_underWay.Keys.Select(id => _client.TerminateInstanceAsync(id, WithItsCalls, CancellationToken.None)));
            _console.Say($"stopped after {_ended} of {debates.Count} debates, which are kept; the comparison goes on when the same command is given again without --new");
            return ExitCode.Stopped;
        }

        return await ReportAsync(ComparisonReport.Of(plan.Tasks, plan.Runs, ended));
    }

    private async Task<ComparedDebate> DebateAsync(FoundDebate found, CancellationToken stop)
    {
        if (!found.HasEnded)
        {
            _underWay[found.Id] = true;
            await _client.ScheduleNewOrchestrationInstanceAsync(DebateNames.Orchestrator, found.Debate.Task.Request with { Mode = found.Debate.Mode }, new StartOrchestrationOptions(found.Id), stop);
        }

        OrchestrationMetadata ended = await _client.WaitForInstanceCompletionAsync(found.Id, getInputsAndOutputs: true, stop);
        _underWay.TryRemove(found.Id, out _);
        return Outcome(found, ended);
    }

    private static ComparedDebate Outcome(FoundDebate found, OrchestrationMetadata ended)
    {
        ComparedDebate debate = new()
        {
            Id = found.Id,
            Pair = found.Debate.Pair,
            Task = found.Debate.Task.Name,
            Run = found.Debate.Run,
            Mode = found.Debate.Mode,
            HasEvidence = found.Debate.Task.Request.Evidence.Count > 0,
        };
        return EndedDebate.Report(ended) is { } report
            ? debate with { Seconds = report.Seconds, Gate = report.Gate.Status, Fallback = report.Fallbacks.Count > 0, Simulated = report.Simulated }
            : debate with { Error = FollowedRun.Fault(ended), Fallback = EndedDebate.Ledger(ended).Any(entry => entry.Event == "fallback") };
    }

    /// <summary>Ends a debate that was interrupted, so that it takes nothing from those that are measured.</summary>
    private async Task EndAsync(string id, CancellationToken stop)
    {
        await _client.TerminateInstanceAsync(id, WithItsCalls, stop);
        await _client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: false, stop);
    }

    private void Count(ComparedDebate debate, IProgressView view, int total)
    {
        lock (_gate)
        {
            _ended++;
            _failed += debate.Error is null ? 0 : 1;
            Show(view, total);
        }
    }

    private void Show(IProgressView view, int total) => view.Show(new RunState
    {
        Id = "",
        Status = _ended == total ? RunStatus.Completed : RunStatus.Running,
        Progress = new WorkflowProgress { Completed = _ended, Total = total, Message = _failed == 0 ? "comparing" : $"comparing, {_failed} failed" },
    });

    private async Task<int> ReportAsync(ComparisonReport report)
    {
        if (report.Simulated > 0)
        {
            _console.Say(SimulatorNote.Text);
        }

        await output.WriteAsync(json ? JsonSerializer.Serialize(report, DebateJson.Indented) + "\n" : ComparisonText.Of(report), "Name another file and give the same command again");
        if (_failed == 0)
        {
            return ExitCode.Done;
        }

        _console.Say($"{_failed} of {report.Debates.Count} debates failed; the report says why");
        return ExitCode.Failed;
    }
}
