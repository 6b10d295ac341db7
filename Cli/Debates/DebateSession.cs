using System.Text.Json;
using Workflows.Cli.Hosting;
using Workflows.Cli.Output;
using Workflows.Cli.Runs;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Reports;

namespace Workflows.Cli.Debates;

/// <summary>Follows one debate from its start, or from where it is, to its report.</summary>
internal sealed class DebateSession(CliServices services, RunningHost host, OutputPlace output, DebateFormat format)
{
    /// <summary>Has it debated, and writes its report.</summary>
    /// <returns>One of <see cref="ExitCode"/>: done only when the gate did not fail.</returns>
    public Task<int> RunAsync(string id, DebateRequest request, CancellationToken stop) => new FollowedRun(services, host).RunAsync(
        id,
        client => client.ScheduleNewOrchestrationInstanceAsync(DebateNames.Orchestrator, request, new StartOrchestrationOptions(id), stop),
        FinishAsync,
        stop);

    private async Task<int> FinishAsync(OrchestrationMetadata ended)
    {
        if (EndedDebate.Report(ended) is not { } report)
        {
            throw CliException.Failed($"the run {ended.InstanceId} {FollowedRun.Fault(ended)}");
        }

        if (report.Simulated)
        {
            services.Console.Say(SimulatorNote.Text);
        }

        await output.WriteAsync(Written(report), "Name another file and give the same command again");
        if (report.Gate.Status != "failed")
        {
            return ExitCode.Done;
        }

        services.Console.Say("the synthesis does not stand on the evidence (gate: failed); the report says why");
        return ExitCode.Failed;
    }

    private string Written(DebateReport report) => format switch
    {
        DebateFormat.Json => JsonSerializer.Serialize(report, DebateJson.Indented) + "\n",
        DebateFormat.Markdown => DebateReportText.Markdown(report),
        _ => DebateReportText.Plain(report),
    };
}
