using Workflows.Shared.Consultation;

namespace Workflows.Cli.Callbacks;

/// <summary>The undelivered callbacks of one place.</summary>
internal interface ICallbacks : IAsyncDisposable
{
    /// <summary>The callbacks, the longest undelivered first.</summary>
    Task<IReadOnlyList<UndeliveredCallbackView>> ListAsync(CancellationToken cancellation);

    /// <summary>Sends one again.</summary>
    /// <returns>How far that has come; null when no such callback is listed.</returns>
    Task<ResentCallback?> ResendAsync(string deliveryId, CancellationToken cancellation);
}
