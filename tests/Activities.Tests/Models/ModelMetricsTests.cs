using System.Diagnostics.Metrics;
using System.Net;
using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class ModelMetricsTests
{
    [Fact]
    public async Task A_call_is_counted_with_its_time_and_tokens()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using var bench = new ModelBench(server);
        var seen = new List<string>();
        using var listener = Listen(bench, seen);

        await bench.RunAsync();

        Assert.Equal(
            [
                "workflows.models.calls 1 pool=gptoss task=F2 status=Answered attempt=1 reason=First",
                "workflows.models.seconds 0 pool=gptoss task=F2 status=Answered",
                "workflows.models.tokens 11 pool=gptoss task=F2 kind=prompt",
                "workflows.models.tokens 7 pool=gptoss task=F2 kind=completion",
            ],
            seen);
    }

    [Fact]
    public async Task What_was_not_sent_is_counted_without_time_and_tokens()
    {
        using var server = new StubServer(HttpStatusCode.OK, "");
        using var bench = new ModelBench(server);
        var seen = new List<string>();
        using var listener = Listen(bench, seen);

        await bench.RunAsync(bench.Send("gone"));

        Assert.Equal(["workflows.models.calls 1 pool=gone task=F2 status=Refused attempt=1 reason=First"], seen);
    }

    [Theory]
    [InlineData(9, "9")]
    [InlineData(10, "later")]
    [InlineData(400, "later")]
    public async Task The_attempts_of_an_outage_do_not_make_a_series_each(int attempt, string tag)
    {
        using var server = new StubServer(HttpStatusCode.OK, "");
        using var bench = new ModelBench(server);
        var seen = new List<string>();
        using var listener = Listen(bench, seen);

        await bench.RunAsync(bench.Send("gone") with { Attempt = attempt, Reason = ModelAttemptReason.Retry });

        Assert.Equal([$"workflows.models.calls 1 pool=gone task=F2 status=Refused attempt={tag} reason=Retry"], seen);
    }

    private static MeterListener Listen(ModelBench bench, List<string> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ModelMetrics.MeterName && instrument.Meter.Scope == bench.Meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Add(Line(instrument, value, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Add(Line(instrument, (long)value, tags)));
        listener.Start();
        return listener;
    }

    private static string Line(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        $"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}";
}
