using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Interview;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Activities.Tests.Interview;

public sealed class InterviewMetricsTests
{
    private static readonly InterviewNote Nothing = new() { Interview = "one", Stage = 2 };

    public static TheoryData<InterviewNote, string[]> Notes => new()
    {
        { Nothing, [] },
        { Nothing with { Mismatch = StageMatch.General }, ["stages_mismatched 1 match=general"] },
        { Nothing with { Question = QuestionKind.Own }, ["questions 1 kind=own"] },
        { Nothing with { Question = QuestionKind.Fallback, SecondsFromAnswer = 120 }, ["questions 1 kind=fallback", "next_question.seconds 120 kind=fallback"] },
        { Nothing with { Answer = AnswerKind.Audio }, ["answers 1 kind=audio"] },
        { Nothing with { Reminder = 3 }, ["reminders 1 "] },
        { Nothing with { Analysis = "light" }, ["analyses 1 mode=light"] },
        { Nothing with { End = InterviewEnd.Expired }, ["ended 1 status=expired"] },
    };

    [Theory]
    [MemberData(nameof(Notes))]
    public void What_happened_is_counted_once_by_its_kind(InterviewNote note, string[] seen)
    {
        List<string> measured = [];
        IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        InterviewMetrics metrics = new(meters);
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == InterviewMetrics.MeterName && instrument.Meter.Scope == meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();

        metrics.Note(note);

        Assert.Equal(seen.Select(one => "workflows.interviews." + one), measured);

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            measured.Add(string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"));
    }
}
