using System.Collections.Concurrent;
using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Consultation.QuickSummaries;

/// <summary>Models that do as they are told; one that was told nothing never answers.</summary>
internal sealed class ScriptedModels(TimeProvider time) : IModelClient
{
    private readonly ConcurrentDictionary<string, (double Seconds, ModelSendOutcome Outcome)> _scripts = new();

    public ConcurrentQueue<string> Asked { get; } = new();

    public void Answer(string pool, double seconds, string text) =>
        _scripts[pool] = (seconds, new ModelSendOutcome { Status = ModelSendStatus.Answered, Answer = text, Model = $"{pool}-model" });

    public void Fail(string pool, double seconds, ModelSendStatus status) => _scripts[pool] = (seconds, new ModelSendOutcome { Status = status });

    public async Task<ModelSendOutcome> SendAsync(ModelPool pool, ModelSend send, int promptTokens, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Asked.Enqueue(pool.Name);
        (double seconds, ModelSendOutcome outcome) = _scripts.GetValueOrDefault(pool.Name, (double.MaxValue, new ModelSendOutcome { Status = ModelSendStatus.TimedOut }));
        try
        {
            bool inTime = seconds <= timeout.TotalSeconds;
            await Task.Delay(inTime ? TimeSpan.FromSeconds(seconds) : timeout, time, cancellationToken);
            return inTime ? outcome : new ModelSendOutcome { Status = ModelSendStatus.TimedOut };
        }
        catch (OperationCanceledException)
        {
            return new ModelSendOutcome { Status = ModelSendStatus.Cancelled };
        }
    }
}
