namespace Workflows.Runtime.Engine.Inspection;

/// <summary>The time that a search has taken.</summary>
internal readonly record struct SearchClock(SearchBudget Budget, long Began)
{
    public bool IsUp => Budget.Time.GetElapsedTime(Began) >= Budget.Longest;
}
