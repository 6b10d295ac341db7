namespace Workflows.Runtime.Engine.Inspection;

/// <summary>How long a reader of many rows may go on.</summary>
/// <param name="Time">The real clock.</param>
/// <param name="Longest">When it is up.</param>
internal sealed record SearchBudget(TimeProvider Time, TimeSpan Longest)
{
    public SearchClock Start() => new(this, Time.GetTimestamp());
}
