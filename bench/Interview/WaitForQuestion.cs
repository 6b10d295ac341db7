using System.Diagnostics;
using Workflows.Bench.Expressions;
using Workflows.Bench.Expressions.Driving;
using Workflows.Bench.Interview.Driving;
using Workflows.Shared.Interview;

namespace Workflows.Bench.Interview;

/// <summary>From an answer to the next question as a candidate sees it over HTTP: one interview and eight at once, and beside them the document's old way, one worker that analyses for 60 s and then makes the question for 40 s.</summary>
internal static class WaitForQuestion
{
    private const double TimeScale = 8;
    private const double Limit = 42;
    private const int Eight = 8;
    private const int OldRounds = 2;

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Verdict verdict)
    {
        using WorkFolder folder = new();
        await using InterviewModels models = await InterviewModels.StartAsync(TimeScale);
        await using ServedInterviews served = await ServedInterviews.StartAsync(models, folder.Fresh(""), TimeScale);

        // The first calls of a process load its code.
        await HoldAsync(served, "warm-up", stages: 3);
        List<double> one = await HoldAsync(served, "one", stages: 8);
        List<double>[] eight = await Task.WhenAll(Enumerable.Range(1, Eight).Select(number => HoldAsync(served, $"eight-{number}", stages: 8)));
        Say(verdict, "one interview: answer to next question, slowest", one, Limit);
        Say(verdict, "eight interviews at once: answer to next question, slowest", [.. eight.SelectMany(times => times)], Limit);
        Note("the document's old way, one interview", await OldWayAsync(models, 1, OldRounds));
        Note("the document's old way, eight at once", await OldWayAsync(models, Eight, 1));
    }

    private static void Say(Verdict verdict, string what, List<double> times, double limit) =>
        verdict.Say(what, $"{times.Max():0.0} s (mean {times.Average():0.0} s, {times.Count} questions)", $"{limit} s, which is 40 s and 5 %", times.Max() <= limit);

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

                own.Add(Stopwatch.GetElapsedTime(answered).TotalSeconds * TimeScale);
            }

            return own;
        }));
        return [.. times.SelectMany(own => own)];
    }
}
