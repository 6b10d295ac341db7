using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Activities.Tests.Alerts;
using Workflows.Activities.Tests.Models;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Tests.Consultation;

public sealed class SummaryAlertTests
{
    [Fact]
    public async Task A_summary_above_three_seconds_is_told_at_once()
    {
        using Bench bench = new();

        bench.Alert.Report(4.25);

        Assert.Equal("1 summary took more than 3 s; the slowest took 4.25 s.", await bench.NextAsync());
        Assert.Equal(SlackHook.Url, bench.Hook.Address);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2.9)]
    [InlineData(3.0)]
    [InlineData(double.NaN)]
    public void A_summary_in_time_is_not_told(double seconds)
    {
        using Bench bench = new();

        bench.Alert.Report(seconds);
        bench.Time.Advance(TimeSpan.FromHours(1));

        Assert.Empty(bench.Hook.Texts);
    }

    [Fact]
    public async Task Those_of_the_next_minute_are_told_together_at_its_end()
    {
        using Bench bench = new();
        bench.Alert.Report(3.5);
        await bench.NextAsync();

        bench.Alert.Report(3.1);
        bench.Alert.Report(6.0);
        bench.Alert.Report(3.2);
        bench.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Single(bench.Hook.Texts);
        bench.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("3 summaries took more than 3 s; the slowest took 6.00 s.", await bench.NextAsync());
    }

    [Fact]
    public async Task After_a_quiet_minute_the_next_one_is_told_at_once_and_quiet_minutes_are_not_told()
    {
        using Bench bench = new();
        bench.Alert.Report(3.5);
        await bench.NextAsync();
        bench.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Single(bench.Hook.Texts);

        bench.Alert.Report(5);

        Assert.Equal("1 summary took more than 3 s; the slowest took 5.00 s.", await bench.NextAsync());
    }

    [Fact]
    public async Task A_webhook_that_fails_is_logged_once_without_its_address_and_what_it_missed_is_told_later()
    {
        using Bench bench = new();
        bench.Hook.Status = HttpStatusCode.Forbidden;
        bench.Alert.Report(9);
        await bench.NextAsync();
        bench.Alert.Report(4);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.NextAsync();
        bench.Hook.Status = HttpStatusCode.OK;
        bench.Alert.Report(5);
        bench.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("3 summaries took more than 3 s; the slowest took 9.00 s.", await bench.NextAsync());
        string line = Assert.Single(bench.Logs.Lines);
        Assert.Contains("403", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_cannot_be_reached_never_reaches_the_caller()
    {
        using Bench bench = new();
        bench.Hook.Error = new HttpRequestException("no route to hooks.slack.com/services/T0/B0/secret");

        bench.Alert.Report(9);
        await bench.NextAsync();
        await bench.Alert.LastSend;

        Assert.DoesNotContain("secret", Assert.Single(bench.Logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_webhook_nothing_happens()
    {
        using Bench bench = new(webhook: null);

        bench.Alert.Report(9);
        bench.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Empty(bench.Hook.Texts);
        Assert.Null(bench.Time.NextDue);
    }

    private sealed class Bench : IDisposable
    {
        public Bench(string? webhook = SlackHook.Url) => Alert = new SummaryAlert(
            Options.Create(new ConsultationOptions { SlackWebhook = webhook }), Time, LoggerFactory.Create(logging => logging.AddProvider(Logs)).CreateLogger<SummaryAlert>(), Hook);

        public VirtualTime Time { get; } = new();

        public CapturedLogs Logs { get; } = new();

        public SlackHook Hook { get; } = new();

        public SummaryAlert Alert { get; }

        /// <summary>The next message; a timer without delay rings on a thread of the pool.</summary>
        public async Task<string> NextAsync()
        {
            string text = await Hook.NextAsync();
            await Alert.LastSend;
            return text;
        }

        public void Dispose() => Alert.Dispose();
    }
}
