namespace Workflows.Runtime.Host.Queues;

/// <summary>
/// Queues with the rules of Azure Storage: who receives a message has it alone until its visibility ends, then it can be received
/// again; each receiving is counted; a queue comes to be with its first message. Texts are those on the wire, encoded.
/// </summary>
internal interface IQueueStore
{
    /// <summary>The clock by which messages become visible.</summary>
    TimeProvider Time { get; }

    /// <summary>Makes what a process that is gone had received available again, as far as this store can tell.</summary>
    Task ReclaimAsync();

    /// <summary>Puts messages. When the task has ended they are kept.</summary>
    Task SendAsync(string queue, IReadOnlyList<string> texts, CancellationToken cancellationToken);

    /// <summary>Receives up to <paramref name="max"/> messages (at most 32), which nobody else sees for <paramref name="visibility"/>.</summary>
    Task<IReadOnlyList<QueueDelivery>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellationToken);

    /// <summary>Returns when it is worth receiving again.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="emptyPolls">How many times in a row there was nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task WaitAsync(string queue, int emptyPolls, CancellationToken cancellationToken);

    /// <summary>Keeps a message to its receiver for <paramref name="visibility"/> from now.</summary>
    /// <returns>False: the message has been received by somebody else, or is gone.</returns>
    Task<bool> ExtendAsync(QueueDelivery delivery, TimeSpan visibility, CancellationToken cancellationToken);

    /// <summary>Gives a message back: it can be received again after <paramref name="delay"/>.</summary>
    /// <returns>False: it has been received by somebody else, or is gone.</returns>
    Task<bool> ReleaseAsync(QueueDelivery delivery, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Removes a message that is done.</summary>
    /// <returns>False: it has been received by somebody else, or is gone.</returns>
    Task<bool> DeleteAsync(QueueDelivery delivery, CancellationToken cancellationToken);

    /// <summary>Puts a message into another queue as a new one and removes it from its own.</summary>
    /// <returns>False: it has been received by somebody else, or is gone.</returns>
    Task<bool> MoveAsync(QueueDelivery delivery, string queue, CancellationToken cancellationToken);

    /// <summary>True for a storage account, false for the data file.</summary>
    bool IsAccount { get; }

    /// <summary>How many messages a queue holds.</summary>
    Task<QueueLengths> LengthsAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Looks at messages without receiving them, the oldest first.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="after">The id of the last message of the page before; an account knows no pages.</param>
    /// <param name="max">How many; an account shows at most 32.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<QueuedMessage>> PeekAsync(string queue, string? after, int max, CancellationToken cancellationToken);

    /// <summary>Receives one message by its id, whoever has it: for messages of a poison queue, which nobody else receives.</summary>
    /// <returns>Null: it is not there, or, of an account, not among the first 32.</returns>
    Task<QueueDelivery?> TakeAsync(string queue, string id, CancellationToken cancellationToken);
}
