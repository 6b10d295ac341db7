using Workflows.Shared.Interview;

namespace Workflows.Bench.Interview;

/// <summary>How long questions were waited for, of those that a model made.</summary>
internal sealed class QuestionFigures
{
    private readonly List<(double At, double Seconds, double Own)> _questions = [];

    /// <summary>Figures of reports.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="began">What times are counted from.</param>
    public QuestionFigures(IEnumerable<InterviewReport> reports, DateTimeOffset began) => _questions.AddRange(reports
        .SelectMany(report => report.Stages)
        .Where(stage => stage is { QuestionKind: QuestionKind.Generated, SecondsFromAnswer: not null })
        .Select(stage => ((stage.AskedAt - began).TotalSeconds - stage.SecondsFromAnswer!.Value, stage.SecondsFromAnswer.Value, stage.QueueSeconds!.Value + stage.ModelSeconds!.Value)));

    /// <summary>How many there are.</summary>
    public int Count => _questions.Count;

    /// <summary>The 95th percentile of the seconds from the answer to the question, of answers given in a span of time.</summary>
    public double From(double start = double.MinValue, double end = double.MaxValue) => Percentile(_questions.Where(one => one.At >= start && one.At <= end).Select(one => one.Seconds));

    /// <summary>The 95th percentile of what the questions' own calls took: waiting for admission, and from send to answer.</summary>
    public double Own() => Percentile(_questions.Select(one => one.Own));

    /// <summary>The 95th percentile of the ratio between both, question by question.</summary>
    public double Ratio() => Percentile(_questions.Select(one => one.Seconds / one.Own));

    /// <summary>The longest.</summary>
    public double Longest => _questions.Count == 0 ? 0 : _questions.Max(one => one.Seconds);

    private static double Percentile(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * 0.95) - 1)];
    }
}
