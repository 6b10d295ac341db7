using System.Diagnostics;
using System.Globalization;
using Workflows.Bench.Expressions;
using Workflows.Bench.Expressions.Driving;
using Workflows.Bench.Interview.Driving;
using Workflows.Shared.Interview;

namespace Workflows.Bench.Interview;

/// <summary>Interviews through the real process at time scale 60: the processors are down for ten of its minutes, and it is killed (<c>kill -9</c>) and started again.</summary>
internal static class KilledHost
{
    private const double TimeScale = 60;
    private const double LeastThinking = 60;
    private const double MostThinking = 600;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan OutageFrom = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan OutageLength = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KillAfter = TimeSpan.FromSeconds(40);

    /// <summary>Runs them.</summary>
    public static async Task RunAsync(Verdict verdict, int count, int seed)
    {
        using WorkFolder folder = new();
        await using InterviewModels models = await InterviewModels.StartAsync(TimeScale);
        await using ServedInterviews served = await ServedInterviews.StartAsync(models, folder.Fresh(""), TimeScale);
        Stopwatch clock = Stopwatch.StartNew();
        string[] ids = [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"interview-{number:D3}"))];
        Task<InterviewReport[]> all = Task.WhenAll(ids.Select((id, i) => HoldAsync(served, id, new Random(seed + i))));
        await Task.Delay(OutageFrom);
        await models.BreakProcessorsAsync(true);
        await Task.Delay(OutageLength);
        await models.BreakProcessorsAsync(false);
        await Task.Delay(KillAfter - OutageFrom - OutageLength);
        bool wasUnderWay = !all.IsCompleted;
        await served.KillAsync();
        InterviewReport[] reports = await all;
        int whole = reports.Count(report => report.Stages.Count == 15 && report.Stages.All(stage => stage.Analysis is not null));
        verdict.Say($"{count} interviews at scale 60, one kill, processors down for 10 minutes: with 15 questions and 15 analyses", $"{whole}", $"{count}", whole == count && wasUnderWay);
        QuestionFigures figures = new(reports, reports.Min(report => report.Stages[0].AskedAt));
        Verdict.Note($"p95 from answer to next question {figures.From():0.0} s (own queue and service {figures.Own():0.0} s), {reports.SelectMany(report => report.Stages).Count(stage => stage.QuestionKind == QuestionKind.Fallback)} fallback questions, {reports.SelectMany(report => report.Stages).Count(stage => stage.Analysis?.Mode == AnalysisMode.Light)} analyses light; {clock.Elapsed.TotalSeconds:0} s");
    }

    private static async Task<InterviewReport> HoldAsync(ServedInterviews served, string id, Random random)
    {
        await served.BeginAsync(id);
        for (string? answered = null; ;)
        {
            InterviewState state = await served.StateAsync(id);
            if (state.IsEnded)
            {
                return await served.ReportAsync(id);
            }

            if (state.Stage is { Question: not null } stage && stage.Key != answered)
            {
                await Task.Delay(TimeSpan.FromSeconds((LeastThinking + (random.NextDouble() * (MostThinking - LeastThinking))) / TimeScale));
                await served.SayAsync(id, stage.Key, $"In {stage.Name} I kept {random.Next(1_000)} letters in order for four years, and nothing was lost.");
                answered = stage.Key;
            }
            else
            {
                await Task.Delay(LookInterval);
            }
        }
    }
}
