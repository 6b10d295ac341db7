using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Debate;
using Workflows.Activities.Tests.Alerts;
using Workflows.Activities.Tests.Models;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Debate;

namespace Workflows.Activities.Tests.Debate;

public sealed class RolloutAlertTests
{
    [Fact]
    public async Task A_rollback_is_told_with_its_cause_and_reason()
    {
        using Bench bench = new();

        bench.Alert.RolledBack("gate", "Parallel is worse.");
        await bench.Alert.LastSend;

        Assert.Equal("Debates were rolled back to run in sequence (gate). Parallel is worse. See: workflows rollout.", Assert.Single(bench.Hook.Texts));
        Assert.Equal(SlackHook.Url, bench.Hook.Address);
        Assert.Empty(bench.Logs.Lines);
    }

    [Fact]
    public async Task A_webhook_that_fails_for_a_while_is_told_later()
    {
        using Bench bench = new();
        bench.Hook.Status = HttpStatusCode.ServiceUnavailable;
        bench.Alert.RolledBack("time", "Parallel is worse.");
        await bench.RetryAsync(TimeSpan.FromSeconds(15));

        await bench.RetryAsync(TimeSpan.FromMinutes(1), thenAnswers: HttpStatusCode.OK);
        await bench.Alert.LastSend;

        Assert.Equal(3, bench.Hook.Texts.Count);
        Assert.Empty(bench.Logs.Lines);
    }

    [Fact]
    public async Task A_webhook_that_keeps_failing_is_given_up_and_logged_without_its_address()
    {
        using Bench bench = new();
        bench.Hook.Error = new HttpRequestException(SlackHook.Url);
        bench.Alert.RolledBack("operator", "A bad feeling.");
        foreach (int seconds in new[] { 15, 60, 300, 1200 })
        {
            await bench.RetryAsync(TimeSpan.FromSeconds(seconds));
        }

        await bench.Alert.LastSend;

        string line = Assert.Single(bench.Logs.Lines);
        Assert.Contains("was not told of a rollback: it cannot be reached", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_stops_ends_what_is_tried_again()
    {
        Bench bench = new();
        bench.Hook.Status = HttpStatusCode.ServiceUnavailable;
        bench.Alert.RolledBack("gate", "Parallel is worse.");
        await bench.Hook.NextAsync();

        bench.Dispose();
        await bench.Alert.LastSend;

        Assert.Contains("the host stopped", Assert.Single(bench.Logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_webhook_nothing_happens()
    {
        using Bench bench = new(webhook: null);

        bench.Alert.RolledBack("gate", "Parallel is worse.");

        Assert.True(bench.Alert.LastSend.IsCompletedSuccessfully);
        Assert.Empty(bench.Hook.Texts);
    }

    private sealed class Bench : IDisposable
    {
        public Bench(string? webhook = SlackHook.Url) => Alert = new RolloutAlert(
            Options.Create(new DebateOptions { SlackWebhook = webhook }), Time, LoggerFactory.Create(logging => logging.AddProvider(Logs)).CreateLogger<RolloutAlert>(), Hook);

        public VirtualTime Time { get; } = new();

        public CapturedLogs Logs { get; } = new();

        public SlackHook Hook { get; } = new();

        public RolloutAlert Alert { get; }

        /// <summary>Waits for an attempt in vain, then lets the time pass to the next.</summary>
        public async Task RetryAsync(TimeSpan wait, HttpStatusCode? thenAnswers = null)
        {
            await Hook.NextAsync();
            while (Time.NextDue != Time.GetUtcNow() + wait)
            {
                await Task.Yield();
            }

            // Nothing is under way now: no attempt sees the answer of another one.
            Hook.Status = thenAnswers ?? Hook.Status;
            Time.Advance(wait);
        }

        public void Dispose() => Alert.Dispose();
    }
}
