using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Models;

/// <summary>The right to send one real-time call. It ends once, with <see cref="End"/> or when it is disposed of.</summary>
public sealed class RealtimeEntry : IDisposable
{
    private readonly RealtimeAdmission admission;
    private int ended;

    internal RealtimeEntry(RealtimeAdmission admission, RealtimeShare share, RealtimeUse use, FleetBlock block, int tokens, DateTimeOffset sendBefore)
    {
        this.admission = admission;
        Share = share;
        Use = use;
        Pool = block.Pool;
        Tokens = tokens;
        SendBefore = sendBefore;
        Timeout = TimeSpan.FromSeconds(block.TimeoutSeconds);
    }

    /// <summary>The pool to send to.</summary>
    public string Pool { get; }

    /// <summary>Nothing is sent after this time.</summary>
    public DateTimeOffset SendBefore { get; }

    /// <summary>How long the call may last.</summary>
    public TimeSpan Timeout { get; }

    internal RealtimeShare Share { get; }

    internal RealtimeUse Use { get; }

    internal int Tokens { get; }

    /// <summary>Ends it when the call has ended.</summary>
    /// <param name="outcome">What became of the call.</param>
    public void End(ModelSendOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        EndOnce(outcome);
    }

    /// <summary>Ends it; the call counts as sent, and as having cost what was estimated.</summary>
    public void Dispose() => EndOnce(null);

    private void EndOnce(ModelSendOutcome? outcome)
    {
        if (Interlocked.Exchange(ref ended, 1) == 0)
        {
            admission.End(this, outcome);
        }
    }
}
