namespace Workflows.Runtime.Host.Queues;

/// <summary>
/// Puts messages into the queues that the host's functions are triggered by: the storage account's where a connection is set, else
/// those of the data file. A service of every application, usable from the start of the host to its stop.
/// </summary>
public interface IHostQueues
{
    /// <summary>Puts a message. When the task has ended, the message is kept: it survives the process.</summary>
    /// <param name="queue">The queue's name, as in <c>[QueueTrigger]</c>; <c>%name%</c> is taken from the configuration. A queue that is not there is made.</param>
    /// <param name="text">The message's text, at most 48 KiB of UTF-8 (64 KiB when <c>messageEncoding</c> is <c>none</c>). It is encoded as <c>host.json</c> says.</param>
    /// <param name="connection">The setting that holds the connection; null: <c>AzureWebJobsStorage</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The name is none of a queue, the connection cannot be used, or the text is too long.</exception>
    /// <exception cref="Engine.Journal.JournalException">The data file cannot be written.</exception>
    Task SendAsync(string queue, string text, string? connection = null, CancellationToken cancellationToken = default);
}
