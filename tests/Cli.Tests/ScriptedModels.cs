using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Cli.Tests;

/// <summary>Models that do what a test says.</summary>
internal sealed class ScriptedModels(Func<CancellationToken, Task<ModelSendOutcome>> answer) : IModelClient
{
    public static ModelSendOutcome Failure { get; } = new() { Status = ModelSendStatus.Unavailable, Error = "The server is away." };

    public Task<ModelSendOutcome> SendAsync(ModelPool pool, ModelSend send, int promptTokens, TimeSpan timeout, CancellationToken cancellationToken) => answer(cancellationToken);
}
