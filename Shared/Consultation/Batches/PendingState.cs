namespace Workflows.Shared.Consultation;

/// <summary>What waits for analysis and how fast it goes: the state of the entity <see cref="ConsultationNames.PendingConsultations"/>.</summary>
public sealed class PendingState
{
    /// <summary>What waits, in the order of its coming.</summary>
    public List<ConsultationWork> Waiting { get; init; } = [];

    /// <summary>How many of them, the first ones, the timer has found waiting: they start as soon as a run may.</summary>
    public int Due { get; set; }

    /// <summary>The runs under way, by number, each with its consultations.</summary>
    public Dictionary<int, int> Running { get; init; } = [];

    /// <summary>When stragglers of what a full run has begun are swept up; null: nothing is to be.</summary>
    public DateTimeOffset? SweepAt { get; set; }

    /// <summary>The number of the last run.</summary>
    public int Runs { get; set; }

    /// <summary>Seconds from one consultation's end to the next while a run goes on, as observed lately; null: nothing was observed.</summary>
    public double? SecondsEach { get; set; }

    /// <summary>Consultations that wait or are being analysed.</summary>
    public int Length => Waiting.Count + Running.Values.Sum();
}
