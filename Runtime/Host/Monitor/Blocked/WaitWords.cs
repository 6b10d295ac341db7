using System.Globalization;

namespace Workflows.Runtime.Host.Monitor.Blocked;

/// <summary>What is waited for, in a sentence.</summary>
internal static class WaitWords
{
    public static string Of(WaitAnswer wait, DateTimeOffset now) => wait.Kind switch
    {
        WaitKinds.Activity when wait.Live == "running" => $"waits for the activity {wait.Name}, which runs{SinceOf(wait.RunningSince, now)}",
        WaitKinds.Activity when wait.Place is { } place => $"waits for the activity {wait.Name}, which is queued: place {place} of {wait.Waiting}{(wait.Class is { } name ? $" for {name}" : string.Empty)}, {wait.Running} of at most {wait.Limit} run",
        WaitKinds.Activity => $"waits for the activity {wait.Name}, which is queued",
        WaitKinds.Timer when wait.RetryOf is { } call => $"waits to try {call} again{In(wait.Due, now)}",
        WaitKinds.Timer => $"waits for a timer that is due{In(wait.Due, now)}",
        WaitKinds.Event => $"waits for the event {wait.Name}",
        WaitKinds.SubOrchestration => $"waits for the sub-orchestration {wait.Name} ({wait.Target})",
        WaitKinds.EntityCall when wait.LockedBy is { } holder => $"waits for {wait.Target}.{wait.Name}: the entity is locked by {holder}",
        WaitKinds.EntityCall => $"waits for {wait.Target}.{wait.Name}: {wait.Waiting} messages wait there",
        WaitKinds.Lock when wait.LockedBy is { } holder => $"waits for the lock of {wait.Target}, which {holder} holds",
        WaitKinds.Lock => $"waits for the lock of {wait.Target}",
        WaitKinds.Fleet when wait.Lease is { } pool => $"is being answered by the pool {pool}",
        WaitKinds.Fleet => $"waits for a model: pool {string.Join(" or ", wait.Pools ?? [])}, place {wait.Place} of {wait.Waiting}{(wait.ExpectedSeconds is { } s ? string.Create(CultureInfo.InvariantCulture, $", about {s:0} s") : string.Empty)}",
        WaitKinds.Suspended => "is suspended: it waits to be resumed",
        WaitKinds.Start when wait.Due is not null => $"starts{In(wait.Due, now)}",
        WaitKinds.Start => "waits for a worker to start it",
        _ => $"waits for {wait.Kind}",
    };

    private static string SinceOf(DateTimeOffset? since, DateTimeOffset now) =>
        since is { } began ? string.Create(CultureInfo.InvariantCulture, $" for {Math.Max(0, (now - began).TotalSeconds):0} s") : string.Empty;

    private static string In(DateTimeOffset? due, DateTimeOffset now) => due switch
    {
        null => string.Empty,
        { } time when time <= now => " now",
        { } time => string.Create(CultureInfo.InvariantCulture, $" in {(time - now).TotalSeconds:0} s"),
    };
}
