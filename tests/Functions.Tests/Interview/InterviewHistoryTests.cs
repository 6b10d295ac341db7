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

        List<string> events = await app.EventsAsync(id, async (line, read) =>
        {
            int questions = read.Count(one => one == "event: question");
            if (line == "event: question" && questions == 1)
            {
                await app.StatusOfAsync(id, new { text = "I am a keeper of letters." });
            }

            return questions < 2;
        });

        Assert.True(events.Count(line => line == "event: token") > 2, string.Join('\n', events));
        Assert.Contains("event: reset", events);
    }
}
