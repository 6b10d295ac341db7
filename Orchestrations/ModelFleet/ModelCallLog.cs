using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>What a call has done so far, for its result. Sums count every request; of many requests the first and the latest are told one by one.</summary>
internal sealed class ModelCallLog
{
    private const int MostFirst = 8;
    private const int MostLatest = 24;

    private readonly List<ModelAttempt> _attempts = [];
    private IReadOnlyList<ModelUse> _omitted = [];
    private double _waitSeconds;
    private double _waitOfNext;
    private int _number;
    private int _promptTokens;
    private int _completionTokens;
    private decimal? _cost;
    private bool _simulated;

    /// <summary>Seconds from send to answer, over all requests.</summary>
    public double Seconds { get; private set; }

    /// <summary>What went wrong last.</summary>
    public string? LastError => _attempts.LastOrDefault()?.Error;

    public void Waited(TimeSpan wait)
    {
        _waitOfNext = wait.TotalSeconds;
        _waitSeconds += _waitOfNext;
    }

    public void Ended(string pool, ModelSendOutcome outcome, ModelAttemptReason reason)
    {
        _simulated |= outcome.Simulated;
        _promptTokens += outcome.PromptTokens;
        _completionTokens += outcome.CompletionTokens;
        Seconds += outcome.Seconds;
        _cost = outcome.Cost is { } cost ? (_cost ?? 0) + cost : _cost;
        Add(new ModelAttempt
        {
            Reason = reason,
            Pool = pool,
            Model = outcome.Model,
            Status = outcome.Status,
            Error = outcome.Error,
            SentAt = outcome.SentAt,
            HttpStatus = outcome.HttpStatus,
            Seconds = outcome.Seconds,
            PromptTokens = outcome.PromptTokens,
            CompletionTokens = outcome.CompletionTokens,
            Cost = outcome.Cost,
        });
    }

    public void Abandoned(string pool, ModelAttemptReason reason) => Add(new ModelAttempt { Pool = pool, Reason = reason });

    public ModelCallResult Result(ModelCallStatus status, string? error, string? answer = null) => new()
    {
        Status = status,
        Answer = status == ModelCallStatus.Answered ? answer : null,
        Pool = _attempts.LastOrDefault()?.Pool,
        Model = _attempts.LastOrDefault(attempt => attempt.Model is not null)?.Model,
        Simulated = _simulated,
        Attempts = [.. _attempts],
        OmittedAttempts = _number - _attempts.Count,
        OmittedUse = _omitted,
        PromptTokens = _promptTokens,
        CompletionTokens = _completionTokens,
        Cost = _cost,
        Seconds = Seconds,
        WaitSeconds = _waitSeconds,
        Error = status == ModelCallStatus.Answered ? null : error,
    };

    private void Add(ModelAttempt attempt)
    {
        _attempts.Add(attempt with { Number = ++_number, WaitSeconds = _waitOfNext });
        if (_attempts.Count > MostFirst + MostLatest)
        {
            _omitted = ModelUse.Of([_attempts[MostFirst]], _omitted);
            _attempts.RemoveAt(MostFirst);
        }
    }
}
