using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Models;
using Workflows.Shared.Interview;
using Workflows.Shared.Models;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions.Interview;

/// <summary>What an interview leaves in its history, and what the feed shows of a question.</summary>
public sealed class InterviewHistoryTests
{
    [Fact]
    public async Task The_history_is_bounded_and_has_nothing_of_what_was_said()
    {
        await using InterviewApp app = await InterviewApp.StartAsync();
        string id = await app.BeginAsync(new { role = "keeper", job_description = new string('j', 19_000), resume = "A résumé that nobody else may read." });

        await app.HoldAsync(id);

        Runtime.Engine.History.InstanceHistory history = app.App.Engine.ExportHistory(id);
        int events = history.Document.Executions.Sum(execution => execution.Events.Count);
        Assert.InRange(events, 150, 900);
        Assert.Single(history.Document.Executions);
    }

    [Fact]
    public async Task Questions_are_streamed_token_by_token_and_a_repeated_attempt_is_reset()
    {
        await using InterviewApp app = await InterviewApp.StartAsync(timeScale: 4);
        app.App.Simulator.Models["interview_gpu"].Update(profile => profile with { TokensPerSecond = 10, Faults = new FaultSettings { BrokenJson = new FaultSetting { Next = 1 } } });
        string id = await app.BeginAsync();
        await app.NextAsync(id);
        Task<string> reading = ReadAsync(app, id);
        await app.StatusOfAsync(id, new { text = "I am a keeper of letters." });

        string events = await reading;

        Assert.True(events.Split("event: token").Length > 3, events);
        Assert.Contains("event: reset", events, StringComparison.Ordinal);
    }

    /// <summary>Reads until the second question is there.</summary>
    private static async Task<string> ReadAsync(InterviewApp app, string id)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri($"/api/v1/interviews/{id}/events", UriKind.Relative));
        using HttpResponseMessage response = await app.App.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using StreamReader lines = new(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        List<string> read = [];
        while (read.Count(line => line == "event: question") < 2 && await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            read.Add(line);
        }

        return string.Join('\n', read);
    }
}
