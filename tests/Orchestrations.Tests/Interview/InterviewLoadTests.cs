using Workflows.Shared.Interview;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Interview;

/// <summary>Many interviews at once, answers at random times, with an outage of all that runs on processors.</summary>
public sealed class InterviewLoadTests
{
    private const int Count = 8;

    [Fact]
    public async Task Eight_at_once_end_whole_and_their_questions_do_not_notice_that_the_processors_are_down()
    {
        IReadOnlyList<InterviewReport> calm = await RunAsync(isBroken: false);
        IReadOnlyList<InterviewReport> broken = await RunAsync(isBroken: true);

        Assert.All(calm.Concat(broken), report => Assert.Equal((InterviewEnd.Complete, 15, 15), (report.Status, report.Stages.Count, report.Stages.Count(stage => stage.Analysis is not null))));
        Assert.InRange(Percentile95(broken, stage => stage.SecondsFromAnswer!.Value) / Percentile95(broken, stage => stage.QueueSeconds!.Value + stage.ModelSeconds!.Value), 1, 1.1);
        Assert.InRange(Percentile95(broken, stage => stage.SecondsFromAnswer!.Value) / Percentile95(calm, stage => stage.SecondsFromAnswer!.Value), 0.95, 1.05);
    }

    private static async Task<IReadOnlyList<InterviewReport>> RunAsync(bool isBroken)
    {
        await using TestInterviews interviews = await TestInterviews.StartAsync(gpu: 1, cpu: 1);
        DateTimeOffset began = interviews.Now;
        interviews.Thinks = (id, stage) => 600 + (1_200 * new Random(HashCode(id, stage)).NextDouble());
        interviews.Fault = send => isBroken && send.Request.Task != InterviewNames.QuestionTask && interviews.Now - began is { TotalMinutes: > 60 and < 70 } ? ModelSendStatus.Unavailable : null;
        string[] ids = [.. Enumerable.Range(1, Count).Select(number => $"interview-{number}")];
        foreach (string id in ids)
        {
            await interviews.BeginAsync(id);
        }

        List<InterviewReport> reports = [];
        foreach (string id in ids)
        {
            reports.Add(await interviews.EndAsync(id));
        }

        return reports;
    }

    private static int HashCode(string id, int stage) => (int.Parse(id["interview-".Length..], System.Globalization.CultureInfo.InvariantCulture) * 100) + stage;

    private static double Percentile95(IReadOnlyList<InterviewReport> reports, Func<StageReport, double> figure)
    {
        double[] figures = [.. reports.SelectMany(report => report.Stages).Where(stage => stage.QuestionKind == QuestionKind.Generated).Select(figure).Order()];
        return figures[(int)(figures.Length * 0.95)];
    }
}
