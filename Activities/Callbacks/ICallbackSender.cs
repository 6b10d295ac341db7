using Workflows.Shared.Callbacks;

namespace Workflows.Activities.Callbacks;

/// <summary>Sends callbacks.</summary>
public interface ICallbackSender
{
    /// <summary>Makes one attempt. What the receiver or the network does is in the result.</summary>
    /// <param name="message">The callback.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    Task<CallbackAttempt> SendAsync(CallbackMessage message, CancellationToken cancellationToken);
}
