using FsCheck;
using FsCheck.Fluent;

namespace Workflows.Runtime.Host.Telemetry;

public sealed class PrometheusTextTests
{
    [Fact]
    public void A_counter_has_help_type_and_total() => Assert.Equal(
        """
        # HELP workflows_models_calls_total Requests by pool.
        # TYPE workflows_models_calls_total counter
        workflows_models_calls_total{pool="a",status="Answered"} 3
        workflows_models_calls_total{pool="b",status="Answered"} 1

        """,
        Write(new MetricFamily("workflows.models.calls", MetricKind.Counter, "Requests by pool.",
        [
            new MetricSeries([new("status", "Answered"), new("pool", "a")], 3),
            new MetricSeries([new("pool", "b"), new("status", "Answered")], 1),
        ])));

    [Fact]
    public void A_histogram_is_cumulative_up_to_infinity() => Assert.Equal(
        """
        # HELP slm_response_time Seconds.
        # TYPE slm_response_time histogram
        slm_response_time_bucket{model="k",le="0.5"} 2
        slm_response_time_bucket{model="k",le="3"} 5
        slm_response_time_bucket{model="k",le="+Inf"} 6
        slm_response_time_sum{model="k"} 12.25
        slm_response_time_count{model="k"} 6

        """,
        Write(new MetricFamily("slm_response_time", MetricKind.Histogram, "Seconds.",
            [new MetricSeries([new("model", "k")], 0, new MetricBuckets([(0.5, 2), (3, 3), (double.PositiveInfinity, 1)], 12.25))])));

    [Fact]
    public void A_histogram_without_an_infinite_bucket_gets_one() => Assert.Contains(
        "h_bucket{le=\"+Inf\"} 2\nh_sum 3\nh_count 2\n",
        Write(new MetricFamily("h", MetricKind.Histogram, "", [new MetricSeries([], 0, new MetricBuckets([(1, 2)], 3))])),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(1e21, "1E+21")]
    [InlineData(0.1, "0.1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    public void Numbers_are_those_of_the_format(double value, string text) =>
        Assert.EndsWith($"\ng {text}\n", Write(Gauge("g", value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.b-c/d", "a_b_c_d")]
    [InlineData("9lives", "_9lives")]
    [InlineData("a:b", "a:b")]
    [InlineData("größe", "gr__e")]
    [InlineData("", "_")]
    public void What_a_name_may_not_hold_is_an_underscore(string name, string clean) => Assert.Equal(clean, PrometheusNames.Metric(name, MetricKind.Gauge));

    [Theory]
    [InlineData("api_success_rate", "api_success_rate_total")]
    [InlineData("requests.total", "requests_total")]
    public void A_counters_name_ends_with_total_once(string name, string clean) => Assert.Equal(clean, PrometheusNames.Metric(name, MetricKind.Counter));

    [Fact]
    public void Label_values_and_help_are_escaped()
    {
        string text = Write(new MetricFamily("g", MetricKind.Gauge, "a\\b\n\"c\"", [new MetricSeries([new("l", "a\\b\n\"c\"")], 1)]));

        Assert.Equal("# HELP g a\\\\b\\n\"c\"\n# TYPE g gauge\ng{l=\"a\\\\b\\n\\\"c\\\"\"} 1\n", text);
    }

    [Fact]
    public void Labels_that_become_the_same_share_one() => Assert.Contains(
        "g{a_b=\"1;2\",label__c=\"3\"} 1", Write(new MetricFamily("g", MetricKind.Gauge, "", [new MetricSeries([new("a.b", "1"), new("a-b", "2"), new("__c", "3")], 1)])), StringComparison.Ordinal);

    [Fact]
    public void A_histograms_own_label_le_gives_way() => Assert.Contains(
        "h_bucket{exported_le=\"x\",le=\"+Inf\"} 1",
        Write(new MetricFamily("h", MetricKind.Histogram, "", [new MetricSeries([new("le", "x")], 0, new MetricBuckets([(double.PositiveInfinity, 1)], 1))])),
        StringComparison.Ordinal);

    [Fact]
    public void Of_metrics_whose_names_become_the_same_the_first_is_written()
    {
        string text = Write(Gauge("a.b", 1), Gauge("a_b", 2), new MetricFamily("h", MetricKind.Histogram, "", [new MetricSeries([], 0, new MetricBuckets([], 0))]), Gauge("h.count", 3));

        Assert.Equal(1, text.Split("# TYPE a_b ").Length - 1);
        Assert.Contains("\na_b 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("# TYPE h_count", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_series_whose_labels_become_the_same_the_first_is_written()
    {
        string text = Write(new MetricFamily("g", MetricKind.Gauge, "", [new MetricSeries([new("a.b", "x")], 1), new MetricSeries([new("a_b", "x")], 2)]));

        Assert.EndsWith("# TYPE g gauge\ng{a_b=\"x\"} 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_metric_that_is_there_twice_is_written_once_with_all_its_series() => Assert.Equal(
        """
        # HELP c_total later
        # TYPE c_total counter
        c_total{a="1"} 5
        c_total{a="2"} 6
        c_total{a="0"} 3

        """,
        Write(
            new MetricFamily("c", MetricKind.Counter, "first", [new MetricSeries([new("a", "0")], 3), new MetricSeries([new("a", "1")], 4)]),
            new MetricFamily("c", MetricKind.Counter, "later", [new MetricSeries([new("a", "1")], 5), new MetricSeries([new("a", "2")], 6)])));

    [Fact]
    public void A_metric_without_series_is_left_out() => Assert.Equal("", Write(new MetricFamily("g", MetricKind.Gauge, "help", [])));

    [Fact]
    public void Whatever_names_and_labels_hold_every_line_is_one_of_the_format() => Prop.ForAll<string, string, string>((name, label, value) =>
    {
        string text = Write(
            new MetricFamily(name ?? "", MetricKind.Gauge, value ?? "", [new MetricSeries([new(label ?? "", value ?? "")], 1)]),
            new MetricFamily(label ?? "", MetricKind.Counter, name ?? "", [new MetricSeries([new(name ?? "", label ?? "")], 1)]));
        return text.EndsWith('\n') && text.Split('\n')[..^1].All(IsOfTheFormat);
    }).QuickCheckThrowOnFailure();

    private static bool IsOfTheFormat(string line) => System.Text.RegularExpressions.Regex.IsMatch(
        line, "^(# HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*|# TYPE [a-zA-Z_:][a-zA-Z0-9_:]* (counter|gauge|histogram)|[a-zA-Z_:][a-zA-Z0-9_:]*({[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\]|\\\\[\\\\\"n])*\"})? 1)$",
        System.Text.RegularExpressions.RegexOptions.Singleline);

    private static MetricFamily Gauge(string name, double value) => new(name, MetricKind.Gauge, "", [new MetricSeries([], value)]);

    private static string Write(params MetricFamily[] families) => PrometheusText.Write(families);
}
