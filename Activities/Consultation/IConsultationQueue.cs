namespace Workflows.Activities.Consultation;

/// <summary>Puts messages on the host's queues.</summary>
public interface IConsultationQueue
{
    /// <summary>Puts a message; when the task has ended it survives the process.</summary>
    /// <param name="queue">The queue; it is made when it is not there.</param>
    /// <param name="text">The message, at most 48 KiB of UTF-8.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SendAsync(string queue, string text, CancellationToken cancellationToken);
}
