using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Planner.Running;

/// <summary>The models' client, telling the handler beneath it whose request it sees.</summary>
internal sealed class LoggedModelClient(IModelClient inner) : IModelClient
{
    public async Task<ModelSendOutcome> SendAsync(ModelPool pool, ModelSend send, int promptTokens, TimeSpan timeout, CancellationToken cancellationToken)
    {
        RequestLog.Sending = send;
        return await inner.SendAsync(pool, send, promptTokens, timeout, cancellationToken);
    }
}
