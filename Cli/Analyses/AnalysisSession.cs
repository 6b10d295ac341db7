using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Content;
using Workflows.Cli.Hosting;
using Workflows.Cli.Output;
using Workflows.Cli.Progress;
using Workflows.Cli.Runs;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Functions.Consultation;
using Workflows.Orchestrations.Consultation;
using Workflows.Shared;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;

namespace Workflows.Cli.Analyses;

/// <summary>Follows one batch from its acceptance, or from where it is, to its report and its callback.</summary>
internal sealed class AnalysisSession(CliServices services, RunningHost host, OutputPlace output, bool json)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan AcceptPatience = TimeSpan.FromSeconds(60);

    private readonly CliConsole _console = services.Console;
    private readonly DurableTaskClient _client = host.Services.GetRequiredService<DurableTaskClient>();
    private readonly IContentStore _store = host.Services.GetRequiredService<IContentStore>();
    private readonly TimeProvider _hostTime = host.Services.GetRequiredService<TimeProvider>();

    /// <summary>Has the batch analysed, and writes its report.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(BatchSubmission batch, CancellationToken stop)
    {
        string? batchId = null;
        try
        {
            batchId = await AcceptAsync(batch, stop);
            BatchReport report = await FollowAsync(batchId, stop);
            if (host.Services.GetRequiredService<ModelCatalogue>().IsSimulated)
            {
                _console.Say(SimulatorNote.Text);
            }

            await output.WriteAsync(json ? JsonSerializer.Serialize(report, ConsultationJson.Indented) + "\n" : BatchReportText.Of(report), "The results are kept: give the same command again");
            bool delivered = batch.CallbackUrl is not { } url || await new CallbackWatch(_client, _hostTime, services).IsDeliveredAsync(FinishBatch.DeliveryOf(batchId, batch.Client, url), stop);
            int failed = report.Results.Count(result => result.Error is not null);
            if (failed > 0)
            {
                _console.Say($"{failed} of {report.Results.Count} consultations {(failed == 1 ? "was" : "were")} not analysed; the report says why");
            }

            return failed == 0 && delivered ? ExitCode.Done : ExitCode.Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _console.Say(batchId is null ? "stopped; give the same command again" : $"stopped; the batch {batchId} is kept and goes on when the same command is given again");
            return ExitCode.Stopped;
        }
    }

    /// <summary>By the real clock it is waited for, since a host whose time runs fast gives up soon.</summary>
    private async Task<string> AcceptAsync(BatchSubmission batch, CancellationToken stop)
    {
        BatchDesk desk = host.Services.GetRequiredService<BatchDesk>();
        long began = services.Time.GetTimestamp();
        while (true)
        {
            (BatchAcceptance? acceptance, string? fault, _) = await desk.AcceptAsync(_client, batch, idempotencyKey: null, stop);
            if (acceptance is not null)
            {
                _console.Say($"batch {acceptance.BatchId} of {acceptance.TotalConsultations} consultations");
                return acceptance.BatchId;
            }

            if (services.Time.GetElapsedTime(began) > AcceptPatience)
            {
                throw CliException.Failed(fault ?? "the batch was not accepted");
            }

            await Task.Delay(LookInterval, services.Time, stop);
        }
    }

    private async Task<BatchReport> FollowAsync(string batchId, CancellationToken stop)
    {
        await using IProgressView view = ProgressViews.For(_console, services.Time);
        int told = -1;
        while (true)
        {
            EntityMetadata<BatchState>? entity = await _client.Entities.GetEntityAsync<BatchState>(ConsultationBatch.IdOf(batchId), cancellation: stop);
            if (entity?.State is not { Beginning: not null } state)
            {
                throw CliException.Failed($"nothing is known of the batch {batchId}");
            }

            view.Show(StateOf(batchId, state));
            if (state.Reported)
            {
                return await ReportAsync(batchId, stop);
            }

            // Nobody who waits at a terminal waits for the next quarter of an hour.
            int admitted = state.Items.Count(item => item != BatchState.Expected);
            if (admitted > told)
            {
                told = admitted;
                await _client.Entities.SignalEntityAsync(PendingConsultations.Id, nameof(PendingConsultations.StartAll), cancellation: stop);
            }

            await Task.Delay(LookInterval, services.Time, stop);
        }
    }

    private async Task<BatchReport> ReportAsync(string batchId, CancellationToken stop)
    {
        ReadOnlyMemory<byte>? stored = await _store.GetAsync(ContentKeys.Callback(batchId), stop);
        return (stored is { } report ? JsonSerializer.Deserialize<BatchReport>(report.Span, ConsultationJson.Options) : null)
            ?? throw CliException.Failed($"the report of the batch {batchId} is not in the content store any more");
    }

    private static RunState StateOf(string batchId, BatchState state) => new()
    {
        Id = batchId,
        Status = state.Reported ? RunStatus.Completed : RunStatus.Running,
        Progress = new WorkflowProgress
        {
            Completed = state.Ended,
            Total = state.Items.Length,
            Message = state.Failures == 0 ? "analysing consultations" : $"analysing consultations, {state.Failures} failed",
        },
    };
}
