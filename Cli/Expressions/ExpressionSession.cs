using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Cli.Hosting;
using Workflows.Cli.Output;
using Workflows.Cli.Runs;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Functions.Expressions;
using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Exports;

namespace Workflows.Cli.Expressions;

/// <summary>Follows one analysis from its start, or from where it is, to its report.</summary>
/// <param name="services">The streams and the clock.</param>
/// <param name="host">Where it runs.</param>
/// <param name="output">Where the report goes.</param>
/// <param name="format">In which form.</param>
/// <param name="rawAnswers">Where the raw answers go; null: nowhere.</param>
internal sealed class ExpressionSession(CliServices services, RunningHost host, OutputPlace output, ExpressionFormat format, RawAnswerFolder? rawAnswers)
{
    private const int MostNamed = 5;

    private readonly CliConsole _console = services.Console;

    /// <summary>Has it analysed, and writes its report.</summary>
    /// <returns>One of <see cref="ExitCode"/>: done only when no chunk failed that counts.</returns>
    public Task<int> RunAsync(string id, ExpressionRequest request, CancellationToken stop) => new FollowedRun(services, host) { Trouble = FailedSoFar }.RunAsync(
        id,
        async client =>
        {
            ExpressionWork work = ExpressionInput.WorkOf(id, request);
            await host.Services.GetRequiredService<ExpressionInput>().StoreAsync(work, request, stop);
            await client.ScheduleNewOrchestrationInstanceAsync(ExpressionNames.Orchestrator, work, new StartOrchestrationOptions(id), stop);
        },
        FinishAsync,
        stop);

    private async Task<int> FinishAsync(OrchestrationMetadata ended)
    {
        if (ended.RuntimeStatus != OrchestrationRuntimeStatus.Completed || ended.ReadOutputAs<ExpressionReport>() is not { } report)
        {
            throw CliException.Failed($"the run {ended.InstanceId} {FollowedRun.Fault(ended)}");
        }

        if (report.Simulated)
        {
            _console.Say(SimulatorNote.Text);
        }

        await (rawAnswers?.WriteAsync(report) ?? Task.CompletedTask);
        await output.WriteAsync(ExpressionExport.Write(report with { RawAnswers = null }, format), "Name another file and give the same command again", ExpressionExport.IsMarked(format));
        if (report.Status == ExpressionStatus.Complete)
        {
            return ExitCode.Done;
        }

        string why = format is ExpressionFormat.Text or ExpressionFormat.Json ? "the report says why" : "--format text says why";
        _console.Say($"{report.FailedChunks.Count} of {report.CountedChunks} chunks failed ({Listed([.. report.FailedChunks.Select(failed => failed.Chunk)])}), the others count; {why}");
        return ExitCode.Failed;
    }

    private static string? FailedSoFar(OrchestrationMetadata instance) =>
        instance.SerializedCustomStatus is not (null or "null") && instance.ReadCustomStatusAs<ExpressionProgress>() is { FailedChunks: { Count: > 0 } failed } ? $"{failed.Count} failed: {Listed(failed)}" : null;

    private static string Listed(IReadOnlyList<int> chunks) =>
        string.Join(", ", chunks.Order().Take(MostNamed).Select(chunk => chunk.ToString(CultureInfo.InvariantCulture))) + (chunks.Count > MostNamed ? ", …" : "");
}
