using System.Diagnostics;
using Workflows.Bench.Expressions;
using Workflows.Bench.Interview.Driving;
using Workflows.Shared.Interview;

namespace Workflows.Bench.Interview;

/// <summary>Many interviews at once in virtual time, answers at random times: once undisturbed, once with ten minutes in which everything on processors is down.</summary>
internal static class ManyInterviews
{
    private const double LeastThinking = 600;
    private const double MostThinking = 2_400;
    private const double OutageFrom = 3_600;
    private const double OutageSeconds = 600;

    /// <summary>Runs both.</summary>
    public static async Task RunAsync(Verdict verdict, int count, int seed)
    {
        QuestionFigures calm = await RunAsync(verdict, count, seed, isBroken: false);
        QuestionFigures broken = await RunAsync(verdict, count, seed, isBroken: true);
        double while95 = broken.From(OutageFrom, OutageFrom + OutageSeconds);
        double same95 = calm.From(OutageFrom, OutageFrom + OutageSeconds);
        verdict.Say("p95 from answer to next question, ten minutes of outage against the same ten minutes without", $"{while95:0.00} s against {same95:0.00} s", "within 5 %", Math.Abs((while95 / same95) - 1) <= 0.05);
        verdict.Say("the same over the whole run", $"{broken.From():0.00} s against {calm.From():0.00} s", "within 5 %", Math.Abs((broken.From() / calm.From()) - 1) <= 0.05);
    }

    private static async Task<QuestionFigures> RunAsync(Verdict verdict, int count, int seed, bool isBroken)
    {
        string name = $"{count} interviews{(isBroken ? ", processors down for 10 minutes" : "")}";
        Stopwatch clock = Stopwatch.StartNew();
        await using VirtualInterviews interviews = await VirtualInterviews.StartAsync(seed, LeastThinking, MostThinking);
        if (isBroken)
        {
            interviews.BreakProcessors(OutageFrom, OutageSeconds);
        }

        IReadOnlyList<InterviewReport> reports = await interviews.RunAsync(count);
        int questions = reports.Sum(report => report.Stages.Count);
        int analyses = reports.Sum(report => report.Stages.Count(stage => stage.Analysis is not null));
        int light = reports.Sum(report => report.Stages.Count(stage => stage.Analysis?.Mode == AnalysisMode.Light));
        int redone = reports.Sum(report => report.Stages.Count(stage => stage.Analysis?.IsRedone == true));
        QuestionFigures figures = new(reports, interviews.Began);
        verdict.Say($"{name}: questions, analyses", $"{questions}, {analyses}", $"{count * 15} each", questions == count * 15 && analyses == count * 15);
        verdict.Say($"{name}: p95 of answer to question over the question's own queue and service", $"{figures.Ratio():0.000} ({figures.From():0.00} s over {figures.Own():0.00} s, longest {figures.Longest:0.0} s)", "1.1", figures.Ratio() <= 1.1);
        Verdict.Note($"{name}: {reports.Count(report => report.Status == InterviewEnd.Complete)} complete, {figures.Count} questions generated, {reports.SelectMany(report => report.Stages).Count(stage => stage.QuestionKind == QuestionKind.Fallback)} fallback questions, {light} analyses light, {redone} redone in full; {interviews.Hours:0.0} h in {clock.Elapsed.TotalSeconds:0} s");
        return figures;
    }
}
