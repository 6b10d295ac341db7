using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Sends one request and says what became of it.</summary>
public interface IModelClient
{
    /// <summary>Sends exactly one HTTP request. Whatever a server or the network does becomes an outcome.</summary>
    /// <param name="pool">Where to send.</param>
    /// <param name="send">What to send.</param>
    /// <param name="promptTokens">The estimate of all that is sent.</param>
    /// <param name="timeout">How long it may last; above zero.</param>
    /// <param name="cancellationToken">Aborts the request at the socket.</param>
    /// <exception cref="ArgumentException">The request's schema cannot be used.</exception>
    Task<ModelSendOutcome> SendAsync(ModelPool pool, ModelSend send, int promptTokens, TimeSpan timeout, CancellationToken cancellationToken);
}
