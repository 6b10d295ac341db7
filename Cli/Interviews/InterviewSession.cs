using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Cli.Hosting;
using Workflows.Cli.Output;
using Workflows.Cli.Progress;
using Workflows.Cli.Runs;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Functions.Interview;
using Workflows.Shared;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Reports;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Cli.Interviews;

/// <summary>Holds one interview from its start, or from where it is, to its report: shows each question and hands in its answer.</summary>
/// <param name="services">The streams and the clock.</param>
/// <param name="host">Where it runs.</param>
/// <param name="answers">Where answers come from.</param>
/// <param name="output">Where the report goes.</param>
/// <param name="format">In which form.</param>
internal sealed class InterviewSession(CliServices services, RunningHost host, IAnswerSource answers, OutputPlace output, InterviewFormat format)
{
    private const int LongestQuestion = 1_000;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    private readonly CliConsole _console = services.Console;
    private readonly DurableTaskClient _client = host.Services.GetRequiredService<DurableTaskClient>();
    private readonly TimeProvider _hostTime = host.Services.GetRequiredService<TimeProvider>();
    private IReadOnlyList<PlannedStage>? _stages;

    /// <summary>Holds it.</summary>
    /// <returns>One of <see cref="ExitCode"/>: done only when the report lacks nothing.</returns>
    public async Task<int> RunAsync(string id, InterviewRequest request, CancellationToken stop)
    {
        try
        {
            await BeginAsync(id, request, stop);
            return await FollowAsync(id, stop) is { } ended ? await FinishAsync(ended) : ExitCode.Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _console.Say($"stopped; the interview {id} is kept and goes on when the same command is given again");
            return ExitCode.Stopped;
        }
    }

    private async Task BeginAsync(string id, InterviewRequest request, CancellationToken stop)
    {
        bool underWay = await _client.GetInstanceAsync(id, getInputsAndOutputs: false, stop) is { IsCompleted: false };
        if (!underWay)
        {
            InterviewInput input = host.Services.GetRequiredService<InterviewInput>();
            InterviewWork work = input.WorkOf(id, request);
            await input.StoreAsync(work, request, stop);
            await _client.ScheduleNewOrchestrationInstanceAsync(InterviewNames.Orchestrator, work, new StartOrchestrationOptions(id), stop);
            foreach (PlannedStage stage in work.Stages.Where(stage => stage.IsMismatch))
            {
                _console.Say($"the scenario knows no stage '{stage.Given}'; {(stage.Match == StageMatch.Order ? $"{stage.Name} is taken in its place" : "a general question is asked")}");
            }
        }

        _console.Say(underWay ? $"attached to the unfinished interview {id}; --new would start afresh" : $"interview {id} started");
    }

    /// <returns>The state at the end; null: there are no more answers.</returns>
    private async Task<InterviewState?> FollowAsync(string id, CancellationToken stop)
    {
        IProgressView? view = answers.IsPerson ? null : ProgressViews.For(_console, services.Time);
        try
        {
            for (int answered = 0; ;)
            {
                InterviewState state = await StateAsync(id, stop);
                if (state.IsEnded)
                {
                    return state;
                }

                if (state is { Phase: InterviewPhase.Reporting })
                {
                    view ??= ProgressViews.For(_console, services.Time);
                }

                view?.Show(new RunState { Id = id, Status = RunStatus.Running, Progress = state.Progress });
                if (state.Stage is { Question: not null } stage && stage.Number > answered)
                {
                    if (!await AnswerAsync(id, stage, stop))
                    {
                        return null;
                    }

                    answered = stage.Number;
                }
                else
                {
                    await Task.Delay(LookInterval, services.Time, stop);
                }
            }
        }
        finally
        {
            await (view?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task<InterviewState> StateAsync(string id, CancellationToken stop)
    {
        OrchestrationMetadata instance = await _client.GetInstanceAsync(id, getInputsAndOutputs: true, stop) ?? throw CliException.Failed($"nothing is known of the interview {id}");
        _stages ??= instance.ReadInputAs<InterviewWork>()?.Stages ?? [];
        return InterviewView.Of(instance);
    }

    private async Task<bool> AnswerAsync(string id, OpenStage open, CancellationToken stop)
    {
        PlannedStage stage = _stages![open.Number - 1];
        _console.Write("");
        _console.Write($"{stage.Number}. {SafeText.Line(stage.Name)}");
        _console.Write(SafeText.Line(open.Question, LongestQuestion));
        if (await answers.NextAsync(stage, stop) is not { } given)
        {
            _console.Say($"{answers.Exhausted(stage)}; the interview is kept and goes on when the same command is given again");
            return false;
        }

        if (given.After > TimeSpan.Zero)
        {
            await Task.Delay(given.After, _hostTime, stop);
        }

        (AnswerResult result, _) = await host.Services.GetRequiredService<AnswerDesk>().TakeAsync(_client, id, given.Upload, stop);
        return result switch
        {
            AnswerResult.Unheard => throw CliException.BadUsage("no model is configured that writes recordings down (task speech-to-text); give the answer as text"),

            // Whatever has happened meanwhile, the next look at the interview tells.
            _ => true,
        };
    }

    private async Task<int> FinishAsync(InterviewState ended)
    {
        if (ended.Result is not { } report)
        {
            throw CliException.Failed($"the interview {ended.Id} {ended.Status}{(ended.Error is { } error ? $": {error}" : "")}");
        }

        if (report.Simulated)
        {
            _console.Say(SimulatorNote.Text);
        }

        string text = format == InterviewFormat.Json ? JsonSerializer.Serialize(report, InterviewJson.Indented) + "\n" : InterviewReportText.Of(report);
        await output.WriteAsync(text, "Name another file and give the same command again");
        if (report.Status == InterviewEnd.Complete)
        {
            return ExitCode.Done;
        }

        _console.Say(report.Status == InterviewEnd.Expired ? "the interview ended as a question stayed without an answer" : "the report is partial; it says what is missing");
        return ExitCode.Failed;
    }
}
