namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Something that an orchestration waits for.</summary>
/// <param name="Kind">What it is, in words: one of the constants.</param>
/// <param name="Name">Its name; a timer's due time.</param>
/// <param name="Task">Its number, none for an event.</param>
/// <param name="Target">The sub-orchestration, or the entity.</param>
/// <param name="Since">Since when, by the orchestration's clock.</param>
/// <param name="Due">When a timer fires.</param>
/// <param name="RetryOf">The call that is tried again when the timer fires.</param>
internal sealed record OpenWait(string Kind, string Name, int Task, string? Target, DateTime Since, DateTimeOffset? Due, string? RetryOf)
{
    public const string Activity = "activity";
    public const string SubOrchestration = "sub-orchestration";
    public const string Timer = "timer";
    public const string EntityCall = "entity call";
    public const string Lock = "lock";
    public const string Event = "event";
}
