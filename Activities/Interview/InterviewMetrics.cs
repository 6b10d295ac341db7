using System.Diagnostics.Metrics;
using System.Text.Json;
using Workflows.Shared.Interview;

namespace Workflows.Activities.Interview;

/// <summary>The figures of the interviews, meter <c>Workflows.Interviews</c>. Prometheus shows a counter's name with <c>_total</c> behind it. Safe for many threads.</summary>
public sealed class InterviewMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Workflows.Interviews";

    private static readonly double[] Buckets = [0.5, 1, 2.5, 5, 10, 20, 30, 35, 40, 42, 45, 50, 60, 80, 100, 120, 180, 300, 600];

    private readonly Histogram<double> _seconds;
    private readonly Counter<long> _questions;
    private readonly Counter<long> _mismatched;
    private readonly Counter<long> _answers;
    private readonly Counter<long> _reminders;
    private readonly Counter<long> _analyses;
    private readonly Counter<long> _ended;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    public InterviewMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        Meter meter = meters.Create(MeterName);
        _seconds = meter.CreateHistogram("workflows.interviews.next_question.seconds", "s", "Seconds from an answer to the next question, by where the question comes from.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets });
        _questions = meter.CreateCounter<long>("workflows.interviews.questions", "{question}", "Questions asked, by where they come from.");
        _mismatched = meter.CreateCounter<long>("workflows.interviews.stages_mismatched", "{stage}", "Stages whose name the scenario does not know, by what was taken in their place.");
        _answers = meter.CreateCounter<long>("workflows.interviews.answers", "{answer}", "Answers taken in, by form.");
        _reminders = meter.CreateCounter<long>("workflows.interviews.reminders", "{reminder}", "Reminders of questions without an answer.");
        _analyses = meter.CreateCounter<long>("workflows.interviews.analyses", "{analysis}", "Analyses, by how they ended: full, light, redone (a light or failed one once more in full), missing.");
        _ended = meter.CreateCounter<long>("workflows.interviews.ended", "{interview}", "Interviews that have ended, by how.");
    }

    /// <summary>Takes a note in.</summary>
    /// <param name="note">What happened.</param>
    public void Note(InterviewNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Add(_mismatched, "match", note.Mismatch);
        Add(_answers, "kind", note.Answer);
        Add(_ended, "status", note.End);
        Add(_questions, "kind", note.Question);
        if (note is { Question: { } kind, SecondsFromAnswer: { } seconds })
        {
            _seconds.Record(seconds, new KeyValuePair<string, object?>("kind", Word(kind)));
        }

        if (note.Reminder is not null)
        {
            _reminders.Add(1);
        }

        if (note.Analysis is { } analysis)
        {
            _analyses.Add(1, new KeyValuePair<string, object?>("mode", analysis));
        }
    }

    private static void Add<T>(Counter<long> counter, string tag, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
        {
            counter.Add(1, new KeyValuePair<string, object?>(tag, Word(known)));
        }
    }

    /// <summary>As the same thing is called over HTTP.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value, InterviewJson.Options).GetString()!;
}
