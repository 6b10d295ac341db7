using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>What a call has done so far, for its result.</summary>
internal sealed class ModelCallLog
{
    private readonly List<ModelAttempt> _attempts = [];
    private double _waitSeconds;
    private double _waitOfNext;
    private bool _simulated;

    public double Seconds => _attempts.Sum(attempt => attempt.Seconds);

    public void Waited(TimeSpan wait)
    {
        _waitOfNext = wait.TotalSeconds;
        _waitSeconds += _waitOfNext;
    }

    public void Ended(string pool, ModelSendOutcome outcome, bool repair)
    {
        _simulated |= outcome.Simulated;
        _attempts.Add(new ModelAttempt
        {
            Pool = pool,
            Model = outcome.Model,
            Status = outcome.Status,
            Error = outcome.Error,
            Repair = repair,
            WaitSeconds = _waitOfNext,
            Seconds = outcome.Seconds,
            PromptTokens = outcome.PromptTokens,
            CompletionTokens = outcome.CompletionTokens,
        });
    }

    public void Abandoned(string pool, bool repair) =>
        _attempts.Add(new ModelAttempt { Pool = pool, Repair = repair, WaitSeconds = _waitOfNext });

    public ModelCallResult Result(ModelCallStatus status, string? error, string? answer = null) => new()
    {
        Status = status,
        Answer = status == ModelCallStatus.Answered ? answer : null,
        Pool = _attempts.LastOrDefault()?.Pool,
        Model = _attempts.LastOrDefault(attempt => attempt.Model is not null)?.Model,
        Simulated = _simulated,
        Attempts = [.. _attempts],
        PromptTokens = _attempts.Sum(attempt => attempt.PromptTokens),
        CompletionTokens = _attempts.Sum(attempt => attempt.CompletionTokens),
        Seconds = Seconds,
        WaitSeconds = _waitSeconds,
        Error = status == ModelCallStatus.Answered ? null : error,
    };
}
