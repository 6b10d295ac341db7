using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Telemetry;

public sealed class MetricsPageTests
{
    private static readonly Uri Metrics = new("/metrics", UriKind.Relative);

    [Fact]
    public async Task The_page_is_prometheus_text_of_the_products_meters()
    {
        await using TestHost host = await TestHost.StartAsync();
        using Meter meter = new("Workflows.MetricsPageTests");
        using Meter foreign = new("Other.MetricsPageTests");
        meter.CreateCounter<long>("page.hits", description: "Hits.").Add(2, new KeyValuePair<string, object?>("kind", "x"));
        meter.CreateGauge<double>("page.level", description: "Level.").Record(1.5);
        meter.CreateUpDownCounter<int>("page.inside", description: "Inside.").Add(-3);
        meter.CreateObservableGauge("page.seen", () => 7, description: "Seen.");
        Histogram<double> sizes = meter.CreateHistogram("page.sizes", description: "Sizes.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] });
        sizes.Record(0.5);
        sizes.Record(1.5);
        sizes.Record(9);
        foreign.CreateCounter<long>("page.foreign").Add(1);

        using HttpResponseMessage answer = await host.Http.GetAsync(Metrics, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("# HELP page_hits_total Hits.\n# TYPE page_hits_total counter\npage_hits_total{kind=\"x\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE page_level gauge\npage_level 1.5\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE page_inside gauge\npage_inside -3\n", text, StringComparison.Ordinal);
        Assert.Contains("page_seen 7\n", text, StringComparison.Ordinal);
        Assert.Contains("page_sizes_bucket{le=\"1\"} 1\npage_sizes_bucket{le=\"2\"} 2\npage_sizes_bucket{le=\"+Inf\"} 3\npage_sizes_sum 11\npage_sizes_count 3\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("page_foreign", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counters_keep_growing_from_look_to_look()
    {
        await using TestHost host = await TestHost.StartAsync();
        using Meter meter = new("Workflows.MetricsPageTests.Growing");
        Counter<long> counter = meter.CreateCounter<long>("page.growing");

        counter.Add(1);
        Assert.Contains("\npage_growing_total 1\n", await host.Http.GetStringAsync(Metrics, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        counter.Add(2);
        Assert.Contains("\npage_growing_total 3\n", await host.Http.GetStringAsync(Metrics, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metrics-key-0001", true)]
    [InlineData("master-key-00001", true)]
    [InlineData("other-key-000001", false)]
    [InlineData("extension-key-01", false)]
    [InlineData(null, false)]
    public async Task With_keys_it_wants_its_own_or_the_masters(string? key, bool opens)
    {
        await using TestHost host = await TestHost.StartAsync(WithKeys);
        HttpStatusCode expected = opens ? HttpStatusCode.OK : HttpStatusCode.Unauthorized;
        using HttpRequestMessage header = new(HttpMethod.Get, Metrics);
        header.Headers.TryAddWithoutValidation("x-functions-key", key ?? "");
        using HttpRequestMessage bearer = new(HttpMethod.Get, Metrics);
        bearer.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);

        Assert.Equal(expected, (await host.Http.SendAsync(header, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(expected, (await host.Http.SendAsync(bearer, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(expected, (await host.Http.GetAsync(new Uri($"/metrics?code={key}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_key_of_the_metrics_opens_no_function()
    {
        await using TestHost host = await TestHost.StartAsync(WithKeys);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync(new Uri("/api/sum/1/2?code=metrics-key-0001", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(new Uri("/api/sum/1/2?code=other-key-000001", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Without_keys_it_is_closed_to_pages_of_other_origins()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, Metrics);
        request.Headers.TryAddWithoutValidation("Origin", "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static void WithKeys(EmbeddedHostOptions options)
    {
        options.Keys["_master"] = "master-key-00001";
        options.Keys["metrics"] = "metrics-key-0001";
        options.Keys["durabletask_extension"] = "extension-key-01";
        options.Keys["default"] = "other-key-000001";
    }
}
