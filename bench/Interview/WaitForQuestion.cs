using System.Diagnostics;
using Workflows.Bench.Expressions;
using Workflows.Bench.Expressions.Driving;
using Workflows.Bench.Interview.Driving;
using Workflows.Shared.Interview;

namespace Workflows.Bench.Interview;

/// <summary>From an answer to the next question as a candidate sees it over HTTP: one interview and eight at once, and beside them the document's old way, one worker that analyses for 60 s and then makes the question for 40 s.</summary>
internal static class WaitForQuestion
{
    private const double TimeScale = 4;
    private const double OldTimeScale = 20;
    private const int Stages = 5;
    private const double Limit = 42;
    private const double LimitOnAnyMachine = 46;
    private const int Eight = 8;
    private const int OldRounds = 2;

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Verdict verdict)
    {
        await VirtuallyAsync(verdict, 1);
        await VirtuallyAsync(verdict, Eight);
        using WorkFolder folder = new();
        await using InterviewModels models = await InterviewModels.StartAsync(TimeScale);
        await using ServedInterviews served = await ServedInterviews.StartAsync(models, folder.Fresh(""), TimeScale);

        // The first calls of a process load its code.
        await HoldAsync(served, "warm-up", stages: 2);
        List<double> one = await HoldAsync(served, "one", Stages);
        List<double>[] eight = await Task.WhenAll(Enumerable.Range(1, Eight).Select(number => HoldAsync(served, $"eight-{number}", Stages)));
        Say(verdict, "one interview: answer to next question, slowest", one);
        Say(verdict, "eight interviews at once: answer to next question, slowest", [.. eight.SelectMany(times => times)]);

        // With models of its own: analyses of the interviews above still run.
        await using InterviewModels old = await InterviewModels.StartAsync(OldTimeScale);
        Note("the document's old way, one interview", await OldWayAsync(old, 1, OldRounds));
        Note("the document's old way, eight at once", await OldWayAsync(old, Eight, 1));
    }

    /// <summary>The same in virtual time, in which nothing of the machine is.</summary>
    private static async Task VirtuallyAsync(Verdict verdict, int count)
    {
        await using VirtualInterviews interviews = await VirtualInterviews.StartAsync(1, 1, 2);
        QuestionFigures figures = new(await interviews.RunAsync(count), interviews.Began);
        verdict.Say($"{count} at once in virtual time: answer to next question, slowest", $"{figures.Longest:0.00} s ({figures.Count} questions)", $"{Limit} s, which is 40 s and 5 %", figures.Longest <= Limit);
    }

    private static void Say(Verdict verdict, string what, List<double> times) => verdict.Say(
        what,
        $"{times.Max():0.0} s (mean {times.Average():0.0} s, {times.Count} questions), target of {Limit} s {(times.Max() <= Limit ? "met" : "missed")}",
        $"{LimitOnAnyMachine} s on any machine; {Limit} s in virtual time",
        times.Max() <= LimitOnAnyMachine);

    private static void Note(string what, List<double> times) => Verdict.Note($"{what}: mean {times.Average():0.0} s, slowest {times.Max():0.0} s ({times.Count} questions)");

    /// <summary>Answers at once, and takes the time until the next question that a model makes.</summary>
    private static async Task<List<double>> HoldAsync(ServedInterviews served, string id, int stages)
    {
        await served.BeginAsync(id);
        List<double> times = [];
        InterviewState? state = await served.NextAsync(id, "");
        while (state?.Stage is { Number: var number } stage && number < stages)
        {
            long answered = Stopwatch.GetTimestamp();
            await served.SayAsync(id, stage.Key, $"In {stage.Name} I kept {number * 100} letters in order, and nothing was lost.");
            state = await served.NextAsync(id, stage.Key);
            if (state?.Stage is { QuestionKind: not QuestionKind.Own })
            {
                times.Add(Stopwatch.GetElapsedTime(answered).TotalSeconds * TimeScale);
            }
        }

        return times;
    }

    private static async Task<List<double>> OldWayAsync(InterviewModels models, int interviews, int rounds)
    {
        using SemaphoreSlim worker = new(1);
        List<double>[] times = await Task.WhenAll(Enumerable.Range(1, interviews).Select(async number =>
        {
            List<double> own = [];
            for (int round = 1; round <= rounds; round++)
            {
                long answered = Stopwatch.GetTimestamp();
                await worker.WaitAsync();
                try
                {
                    await models.AskAsync("interview_cpu", "interview-analysis", $"Answer {number}, {round}.");
                    await models.AskAsync("interview_gpu", "interview-question", $"Answer {number}, {round}.");
                }
                finally
                {
                    worker.Release();
                }

                own.Add(Stopwatch.GetElapsedTime(answered).TotalSeconds * OldTimeScale);
            }

            return own;
        }));
        return [.. times.SelectMany(own => own)];
    }
}
