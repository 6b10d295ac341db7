using System.Globalization;
using System.Text.Json;
using Workflows.Bench.Schedule;
using Workflows.Shared.Consultation;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>Counts what was promised, each figure beside the one that is wanted.</summary>
internal sealed class BatchesVerdict(
    IReadOnlyList<SentBatch> batches, CallbackReceiver receiver, IReadOnlyList<string> bad, IReadOnlyList<string> poison, RecordedAnalyses recorded, int results)
{
    private readonly List<IReadOnlyList<string>> _rows = [["limit", "seen", "wanted", ""]];

    /// <summary>Writes the figures.</summary>
    public void Write(Tally tally)
    {
        int consultations = batches.Sum(batch => batch.Count);
        List<BatchReport> reports = [.. receiver.Deliveries.Values.Where(attempts => attempts.Any(seen => seen.Taken)).Select(attempts => Report(attempts.First(seen => seen.Taken)))];
        string[] analysed = [.. reports.SelectMany(report => report.Results).Select(result => result.ConsultationId)];
        string[] sent = [.. batches.SelectMany(batch => batch.Ids)];

        Is(tally, "ids of a batch, however often it was sent: more than one", batches.Count(batch => batch.Answered.Count > 1), 0);
        Is(tally, "batches that were called back with all their results, in their order", batches.Count(batch => reports.Count(report => IsOf(report, batch)) == 1), batches.Count);
        Is(tally, "callbacks under other ids than their batches'", receiver.Deliveries.Count(delivery => delivery.Value.Any(seen => Report(seen).BatchId != delivery.Key)), 0);
        Is(tally, "callbacks whose attempts differ in their bodies", receiver.Deliveries.Values.Count(attempts => attempts.Select(seen => Convert.ToHexString(seen.Body)).Distinct().Count() > 1), 0);
        Is(tally, "callbacks with a wrong signature", receiver.Deliveries.Values.Sum(attempts => attempts.Count(seen => !seen.Signed)), 0);
        Is(tally, "callbacks that nobody asked for", receiver.Deliveries.Count - batches.Count, 0);
        Is(tally, "consultations in the callbacks", analysed.Length, consultations);
        Is(tally, "  that are missing", sent.Except(analysed).Count(), 0);
        Is(tally, "  that were not analysed", reports.Sum(report => report.Results.Count(result => result.Error is not null)), 0);
        Is(tally, "  with another one's content", reports.Sum(report => report.Results.Count(result => !IsItsOwn(result, sent))), 0);
        Is(tally, "consultations with exactly one analysis recorded", recorded.Analyses.Values.Count(count => count == 1), consultations);
        Is(tally, "consultations with exactly one answer of the model recorded", recorded.Answers.Values.Count(count => count == 1), consultations);
        Is(tally, "consultations with more than one of either", recorded.Analyses.Values.Concat(recorded.Answers.Values).Count(count => count > 1), 0);
        Is(tally, "stored results", results, consultations);
        Is(tally, "orchestrations that failed or have not ended", recorded.Unfinished.Count, 0);
        Is(tally, "messages in the poison queue that should be there", bad.Count(mark => poison.Any(message => message.Contains(mark, StringComparison.Ordinal))), bad.Count);
        Is(tally, "  without a reason", poison.Count(message => !HasReason(message)), 0);
        Is(tally, "  that should not be there", poison.Count(message => !bad.Any(mark => message.Contains(mark, StringComparison.Ordinal))), 0);
        Table.Write(tally.Output, _rows);
        foreach (string instance in recorded.Unfinished)
        {
            tally.Output.WriteLine($"failed or not ended: {instance}");
        }
    }

    private void Is(Tally tally, string limit, int seen, int wanted) => _rows.Add(
        [limit, seen.ToString(CultureInfo.InvariantCulture), wanted.ToString(CultureInfo.InvariantCulture), tally.Note(seen == wanted)]);

    private static BatchReport Report(CallbackSeen seen) => JsonSerializer.Deserialize<BatchReport>(seen.Body, ConsultationJson.Options)!;

    private static bool IsOf(BatchReport report, SentBatch batch) =>
        report.Results.Select(result => result.ConsultationId).SequenceEqual(batch.Ids) && (batch.OnQueue || batch.Answered.Contains(report.BatchId));

    private static bool IsItsOwn(ConsultationResult result, string[] sent)
    {
        string text = JsonSerializer.Serialize(result, ConsultationJson.Options);
        return text.Contains(SentBatch.Mark(result.ConsultationId), StringComparison.Ordinal)
            && !sent.Any(id => id != result.ConsultationId && text.Contains(SentBatch.Mark(id), StringComparison.Ordinal));
    }

    private static bool HasReason(string message)
    {
        using JsonDocument kept = JsonDocument.Parse(message);
        return kept.RootElement.TryGetProperty("reason", out JsonElement reason) && !string.IsNullOrWhiteSpace(reason.GetString());
    }
}
