using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Consultation;
using Workflows.Activities.Debate;
using Workflows.Activities.Expressions;
using Workflows.Activities.Interview;
using Workflows.Activities.Models;
using Workflows.Runtime.Host.Telemetry;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;
using Workflows.Shared.Expressions;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;

namespace Workflows.Functions.Telemetry;

/// <summary>The metrics of the whole application, and what in <c>infra</c> is built on them.</summary>
public sealed partial class MetricsTests
{
    private static readonly string[] DocumentsNames = ["slm_response_time", "mlm_batch_size", "api_success_rate_total", "queue_length"];

    [Fact]
    public async Task The_page_has_the_documents_metrics_and_the_products_own_and_promtool_finds_no_fault()
    {
        await using TestApp app = await TestApp.StartAsync();
        await app.ReviewAsync(new { diff = TestApp.Sample("report-export.diff") });
        Fill(app.Services.GetRequiredService<ConsultationMetrics>());
        Fill(app.Services.GetRequiredService<DebateMetrics>());
        Fill(app.Services.GetRequiredService<InterviewMetrics>());
        Fill(app.Services.GetRequiredService<ExpressionMetrics>());

        string page = await app.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.All(Defined(app.Services).Where(name => name != "workflows_models_cost_total"), name => Assert.Contains($"# TYPE {name} ", page, StringComparison.Ordinal));
        Assert.Contains("slm_response_time_bucket{model=\"kanana\",status=\"success\",le=\"3\"}", page, StringComparison.Ordinal);
        (int code, string said) = await Promtool.RunAsync(page, "check", "metrics");
        Assert.True(code == 0 && said.Length == 0, $"promtool says: {said}\nof:\n{page}");
    }

    [Fact]
    public async Task Promtool_finds_no_fault_in_the_scrape_configuration_and_the_alerts()
    {
        (int code, string said) = await Promtool.RunAsync("", "check", "config", Infra("observability/prometheus/prometheus.yml"));

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task The_alerts_ring_when_they_should_and_not_otherwise()
    {
        (int code, string said) = await Promtool.RunAsync("", "test", "rules", Infra("observability/prometheus/alerts.test.yml"), Infra("observability/prometheus/servers.test.yml"));

        Assert.True(code == 0, said);
    }

    [Fact]
    public void Every_metric_of_the_dashboards_and_the_alerts_is_one_that_the_code_defines()
    {
        using ServiceProvider services = AllMetrics();
        HashSet<string> known = [.. Defined(services).SelectMany(Samples), "up"];
        string[] expressions =
        [
            .. Directory.EnumerateFiles(Infra("observability/grafana/dashboards"), "*.json").SelectMany(Queries),
            .. File.ReadLines(Infra("observability/prometheus/alerts.yml")).Select(line => line.Trim()).Where(line => line.StartsWith("expr: ", StringComparison.Ordinal)).Select(line => line["expr: ".Length..]),
        ];

        string[] used = [.. expressions.SelectMany(Metrics).Distinct()];

        Assert.Subset(known, used.ToHashSet());
        Assert.All(DocumentsNames, name => Assert.Contains(used, metric => metric.StartsWith(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("debates")]
    [InlineData("interviews")]
    [InlineData("expressions")]
    public void A_dashboard_has_a_panel_for_every_figure_of_its_workflow(string workflow)
    {
        using ServiceProvider services = AllMetrics();
        string queries = string.Join('\n', Queries(Infra($"observability/grafana/dashboards/{workflow}.json")));

        Assert.All(Defined(services).Where(name => name.StartsWith($"workflows_{workflow}_", StringComparison.Ordinal)), name => Assert.Contains(name, queries, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_alert_of_the_host_has_a_test_that_rings_it()
    {
        string tests = File.ReadAllText(Infra("observability/prometheus/alerts.test.yml"));
        string[] alerts = [.. File.ReadLines(Infra("observability/prometheus/alerts.yml")).Select(line => line.Trim()).Where(line => line.StartsWith("- alert: ", StringComparison.Ordinal)).Select(line => line["- alert: ".Length..])];

        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert => Assert.Contains($"alertname: {alert}\n", tests, StringComparison.Ordinal));
    }

    private static ServiceProvider AllMetrics() => new ServiceCollection().AddMetrics()
        .AddSingleton<ConsultationMetrics>().AddSingleton<DebateMetrics>().AddSingleton<InterviewMetrics>().AddSingleton<ExpressionMetrics>().AddSingleton<ModelMetrics>().BuildServiceProvider();

    private static string[] Queries(string dashboard)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(dashboard));
        return [.. json.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!)];
    }

    private static void Fill(DebateMetrics metrics)
    {
        metrics.Ended(new DebateOutcome { Mode = DebateMode.Parallel, Gate = "passed", Fallbacks = 1, Seconds = 19.5 });
        metrics.Ended(new DebateOutcome { Mode = DebateMode.Sequential, Fallbacks = 2, Seconds = 60 });
        metrics.RolloutStands(RolloutStatus.RolledBack, 0, 2);
        metrics.RolledBack("gate");
    }

    private static void Fill(InterviewMetrics metrics) => metrics.Note(new InterviewNote
    {
        Interview = "one",
        Stage = 2,
        Mismatch = StageMatch.Order,
        Question = QuestionKind.Generated,
        SecondsFromAnswer = 40.5,
        Answer = AnswerKind.Audio,
        Reminder = 1,
        Analysis = "light",
        End = InterviewEnd.Complete,
    });

    private static void Fill(ExpressionMetrics metrics) => metrics.Note(new ExpressionNote
    {
        Chunks = [new ChunkNote { Outcome = "analysed", Seconds = 5.2 }],
        Ended = ExpressionStatus.Partial,
        Kept = new Dictionary<string, int> { ["exact"] = 2, ["not_found"] = 1 },
    });

    private static void Fill(ConsultationMetrics metrics)
    {
        metrics.SummaryTook(2.35, "kanana", "success");
        metrics.SummaryTook(3.1, "none", "degraded");
        metrics.BatchStarted(20);
        metrics.Answered("quick-summary", ok: true);
        metrics.Answered("batch-analysis", ok: false);
        metrics.QueueLength(7);
        metrics.CallbackSent(delivered: true, 0.2);
        metrics.CallbackUndelivered();
    }

    /// <summary>The names that Prometheus sees of the product's instruments.</summary>
    private static List<string> Defined(IServiceProvider services)
    {
        IMeterFactory meters = services.GetRequiredService<IMeterFactory>();
        List<string> names = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Meter.Name.StartsWith("Workflows.", StringComparison.Ordinal))
                {
                    names.Add(PrometheusNames.Metric(instrument.Name, instrument.GetType().Name.StartsWith("Counter", StringComparison.Ordinal) ? MetricKind.Counter : MetricKind.Gauge));
                }
            },
        };
        _ = services.GetRequiredService<ConsultationMetrics>();
        _ = services.GetRequiredService<DebateMetrics>();
        _ = services.GetRequiredService<InterviewMetrics>();
        _ = services.GetRequiredService<ExpressionMetrics>();
        _ = services.GetRequiredService<ModelMetrics>();
        listener.Start();
        return names;
    }

    private static string[] Samples(string name) => [name, $"{name}_bucket", $"{name}_sum", $"{name}_count"];

    /// <summary>The names in an expression that are neither functions nor words of the language nor labels.</summary>
    private static IEnumerable<string> Metrics(string expression)
    {
        string bare = Groupings().Replace(Braces().Replace(expression, ""), "");
        return Names().Matches(bare).Where(match => match.Value is not ("and" or "or" or "unless")).Select(match => match.Value);
    }

    private static string Infra(string file) => Path.Combine(AppContext.BaseDirectory, "infra", file);

    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\b(by|without)\s*\([^)]*\)")]
    private static partial Regex Groupings();

    [GeneratedRegex(@"\b[a-zA-Z_:][a-zA-Z0-9_:]*\b(?!\s*\()(?<!\b(sum|min|max|avg))")]
    private static partial Regex Names();
}
