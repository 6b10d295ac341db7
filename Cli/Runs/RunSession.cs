using Workflows.Cli.Output;
using Workflows.Cli.Progress;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Runs;

/// <summary>Follows one run from its start, or from where it is, to its report on standard output.</summary>
internal sealed class RunSession(CliServices services, RunTarget target, ReportOutput output)
{
    private readonly CliConsole _console = services.Console;

    /// <summary>Starts a review, or attaches to the same one that is under way, and writes its report.</summary>
    public Task<int> RunAsync(string id, ReviewRequest request, CancellationToken stop) => FollowAsync(id, async runs =>
    {
        bool started = await runs.StartAsync(id, request, stop);
        _console.Say(started ? $"run {id} started {target.Where}" : $"attached to the unfinished run {id} {target.Where}; --new would start afresh");
    }, stop);

    /// <summary>Goes on with a run that exists, and writes its report.</summary>
    public Task<int> ResumeAsync(string id, CancellationToken stop) => FollowAsync(id, async runs =>
    {
        if (await runs.FindAsync(id, stop) is null)
        {
            throw RunIds.Unknown(id, target);
        }
    }, stop);

    private async Task<int> FollowAsync(string id, Func<IReviewRuns, Task> begin, CancellationToken stop)
    {
        bool begun = false;
        try
        {
            RunState end;
            await using (IReviewRuns runs = await services.Runs.OpenAsync(target, stop))
            {
                await begin(runs);
                begun = true;
                end = await WatchAsync(runs, id, stop);
                begun = false;
            }

            return await FinishAsync(end);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            if (begun)
            {
                _console.Say(HowToGoOn(id));
            }

            return ExitCode.Stopped;
        }
        catch (CliException e) when (begun && target.Server is not null)
        {
            throw Lost(id, e);
        }
    }

    private CliException Lost(string id, CliException error) => new($"{error.Message}; {HowToGoOn(id)}", error.ExitCode, error);

    private async Task<RunState> WatchAsync(IReviewRuns runs, string id, CancellationToken stop)
    {
        await using IProgressView view = ProgressViews.For(_console, services.Time);
        RunState? last = null;
        await foreach (RunState state in runs.WatchAsync(id, stop))
        {
            last = state;
            view.Show(state);
        }

        return last ?? throw CliException.Failed($"nothing is known of the run {id}");
    }

    private async Task<int> FinishAsync(RunState end)
    {
        if (end.Result is not { } report)
        {
            throw CliException.Failed($"the run {end.Id} {RunStatuses.Word(end.Status)}{(end.Error is null ? "" : $": {end.Error}")}");
        }

        if (report.Simulated)
        {
            _console.Say(SimulatorNote.Text);
        }

        await output.WriteAsync(report);
        if (report.Status == ReviewStatus.Complete)
        {
            return ExitCode.Done;
        }

        _console.Say(report.Status == ReviewStatus.Partial ? $"the review is partial; {report.Missing.Count} {(report.Missing.Count == 1 ? "thing is" : "things are")} missing, the report names them" : "the review failed; the report says why");
        return ExitCode.Failed;
    }

    private string HowToGoOn(string id) => target.Server is null
        ? $"stopped; the run is kept and goes on with: workflows resume {id}{target.RunOptions}"
        : $"left; the run goes on at the server. Come back with: workflows resume {id}{target.RunOptions}";
}
