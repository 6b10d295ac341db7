using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Models;

/// <summary>One accepted call: its slot, its latency and its faults. Disposed before it is settled, it counts as cancelled.</summary>
internal sealed class CallLease : IDisposable
{
    private readonly SimulatorModel _model;
    private int _settled;

    public CallLease(SimulatorModel model, CallDescription call, TimeSpan acceptedAt, TimeSpan latency, double? tokensPerSecond, IReadOnlyList<FaultKind> faults)
    {
        _model = model;
        Call = call;
        AcceptedAt = acceptedAt;
        Latency = latency;
        TokensPerSecond = tokensPerSecond;
        Faults = faults;
        Due = acceptedAt + latency;
    }

    /// <summary>The call.</summary>
    public CallDescription Call { get; }

    /// <summary>When it was accepted, on the model's clock.</summary>
    public TimeSpan AcceptedAt { get; }

    /// <summary>The time to the first token.</summary>
    public TimeSpan Latency { get; }

    /// <summary>The speed of the output, when it counts.</summary>
    public double? TokensPerSecond { get; }

    /// <summary>The faults that strike this call.</summary>
    public IReadOnlyList<FaultKind> Faults { get; }

    /// <summary>When the slot is expected to be free; null when nobody knows.</summary>
    public TimeSpan? Due { get; private set; }

    /// <summary>Whether a fault strikes this call.</summary>
    public bool Has(FaultKind fault) => Faults.Contains(fault);

    /// <summary>Tells how long the output will take after the first token.</summary>
    public TimeSpan Generation(int tokens)
    {
        var generation = TokensPerSecond is { } rate ? TimeSpan.FromSeconds(tokens / rate) : TimeSpan.Zero;
        Due = Has(FaultKind.Hang) ? null : AcceptedAt + Latency + generation;
        return generation;
    }

    /// <summary>The call was answered in full: the slot is free.</summary>
    public void Complete() => Settle(CallOutcome.Completed);

    /// <summary>The call ended in a fault: the slot is free.</summary>
    public void Fail() => Settle(CallOutcome.Failed);

    /// <inheritdoc/>
    public void Dispose() => Settle(CallOutcome.Cancelled);

    private void Settle(CallOutcome outcome)
    {
        if (Interlocked.Exchange(ref _settled, 1) == 0)
        {
            _model.Release(this, outcome);
        }
    }
}
