using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>
/// Writes down what became of quick summaries, after they were answered: a bounded queue that nobody waits for. When it is full the oldest are dropped
/// and counted. Nothing of a conversation is in it.
/// </summary>
public sealed partial class QuickSummaryLog(ConsultationMetrics metrics, SummaryAlert alert, ILogger<QuickSummaryLog> logger) : BackgroundService
{
    private const int Capacity = 10_000;

    private readonly Channel<QuickSummaryNote> notes = Channel.CreateBounded<QuickSummaryNote>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Notes an answer; returns at once.</summary>
    /// <param name="client">The client.</param>
    /// <param name="summary">What it was answered.</param>
    /// <param name="took">From the last byte of the request to the last of the answer.</param>
    public void Note(string client, QuickSummary summary, TimeSpan took)
    {
        ArgumentNullException.ThrowIfNull(summary);
        notes.Writer.TryWrite(new QuickSummaryNote(client, summary.ModelUsed, summary.Status, summary.Reason, took.TotalSeconds));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (QuickSummaryNote note in notes.Reader.ReadAllAsync(stoppingToken))
        {
            metrics.SummaryTook(note.Seconds, note.Model, note.Status);
            alert.Report(note.Seconds);
            LogAnswered(note.Client, note.Status, note.Model, note.Reason ?? "none", note.Seconds);
        }
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Information, Message = "Quick summary for {Client}: {Status} by {Model} (reason: {Reason}) in {Seconds:0.000} s.")]
    private partial void LogAnswered(string client, string status, string model, string reason, double seconds);
}
