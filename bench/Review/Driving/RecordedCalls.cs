using System.Text.Json;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Shared.Models;
using Workflows.Simulator.Protocol;

namespace Workflows.Bench.Review.Driving;

/// <summary>The model calls whose answers stand in a data file.</summary>
internal static class RecordedCalls
{
    /// <summary>The digests of the requests that were answered and recorded, as the simulator computes them.</summary>
    public static async Task<HashSet<string>> ReadAsync(string dataFile)
    {
        await using SqliteJournal journal = SqliteJournal.Open(dataFile, fullSync: false);
        List<long> executions = journal.Read(session => session.Query("SELECT id FROM executions", row => row.GetInt64(0)));
        HashSet<string> digests = [];
        foreach (long execution in executions)
        {
            List<HistoryEvent> history = journal.Read(session => HistoryTable.Read(session, execution));
            HashSet<int> answered = [.. history.Where(e => e.Kind == HistoryEventKind.ActivityCompleted && IsAnswer(e.Payload)).Select(e => e.TaskId)];
            digests.UnionWith(history
                .Where(e => e.Kind == HistoryEventKind.ActivityScheduled && e.Name == ModelSend.ActivityName && answered.Contains(e.TaskId))
                .Select(e => Digest(JsonSerializer.Deserialize<ModelSend>(e.Payload!)!)));
        }

        return digests;
    }

    /// <summary>Whether the review itself has ended in a data file, so that only its printing was killed.</summary>
    public static async Task<bool> HasEndedAsync(string dataFile)
    {
        await using SqliteJournal journal = SqliteJournal.Open(dataFile, fullSync: false);
        return journal.Read(session => session.Scalar("SELECT count(*) FROM instances WHERE name = 'PullRequestReview' AND completed IS NOT NULL")) is > 0L;
    }

    private static bool IsAnswer(string? payload)
    {
        if (payload is null || !payload.Contains(nameof(ModelSendOutcome.SentAt), StringComparison.Ordinal))
        {
            return false;
        }

        return JsonSerializer.Deserialize<ModelSendOutcome>(payload) is { Status: ModelSendStatus.Answered };
    }

    private static string Digest(ModelSend send) => RequestDigest.Of(
        new[] { ("system", send.Request.Prompt.System), ("user", send.Request.Prompt.User) }
            .Concat(send.Messages.Select(message => (message.Role, message.Text))));
}
