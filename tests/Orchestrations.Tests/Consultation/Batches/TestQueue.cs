using System.Collections.Concurrent;
using System.Text.Json;
using Workflows.Activities.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Tests.Consultation;

/// <summary>A queue that keeps every message, to be delivered as a test likes.</summary>
internal sealed class TestQueue : IConsultationQueue
{
    private readonly ConcurrentQueue<ConsultationMessage> _messages = [];
    private int _sends;

    /// <summary>The sends that fail, by their number from 1.</summary>
    public Func<int, bool> Refuses { get; set; } = _ => false;

    /// <summary>All that was ever sent, in the order of the places.</summary>
    public IReadOnlyList<ConsultationMessage> Messages => [.. _messages.OrderBy(message => message.BatchId, StringComparer.Ordinal).ThenBy(message => message.Index)];

    public Task SendAsync(string queue, string text, CancellationToken cancellationToken)
    {
        Assert.Equal(ConsultationNames.Queue, queue);
        if (Refuses(Interlocked.Increment(ref _sends)))
        {
            throw new IOException("The queue is out of order.");
        }

        _messages.Enqueue(JsonSerializer.Deserialize<ConsultationMessage>(text, ConsultationJson.Options)!);
        return Task.CompletedTask;
    }
}
