using Microsoft.Extensions.Options;
using Workflows.Shared.Debate;
using Workflows.Shared.Models;

namespace Workflows.Functions.Debate;

/// <summary>Refuses an embedding task that no model is there for.</summary>
internal sealed class DebateEmbeddingTask(ModelCatalogue catalogue) : IValidateOptions<DebateOptions>
{
    public ValidateOptionsResult Validate(string? name, DebateOptions options) => options.EmbeddingTask is not { } task || catalogue.TryGetTask(task, out _)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Debates:EmbeddingTask: no model serves a task '{task}'; name one of {ModelOptions.Section}:Tasks whose pool has a server, or leave the key out.");
}
