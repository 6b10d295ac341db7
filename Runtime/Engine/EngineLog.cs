using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Engine;

/// <summary>The engine's log lines. They name instances and errors, never inputs or results.</summary>
internal sealed partial class EngineLog(ILogger logger)
{
    private static readonly Func<ILogger, string, string, IDisposable?> ClassScope = LoggerMessage.DefineScope<string, string>("{ResourceClass} {InstanceId}");

    /// <summary>Has all that is logged until the end of the scope, by whomever, carry the resource class that the work takes up and the instance that it is for.</summary>
    public IDisposable? BeginWork(string resourceClass, string instance) => ClassScope(logger, resourceClass, instance);

    [LoggerMessage(1, LogLevel.Information, "Engine started on {File}: {Messages} messages, {Activities} activities and {Timers} timers taken up")]
    public partial void Started(string file, int messages, int activities, int timers);

    [LoggerMessage(2, LogLevel.Debug, "Replaying {Instance} over {Events} events")]
    public partial void Replaying(string instance, int events);

    [LoggerMessage(3, LogLevel.Error, "Instance {Instance} diverged from its history and fails")]
    public partial void Diverged(string instance, Exception divergence);

    [LoggerMessage(4, LogLevel.Error, "A turn of {Instance} could not be written; it is tried again every second, without further lines of this kind until it succeeds")]
    public partial void TurnNotWritten(string instance, Exception error);

    [LoggerMessage(5, LogLevel.Warning, "Activity {Activity} of {Instance} failed with {ErrorType}")]
    public partial void ActivityFailed(string activity, string instance, string errorType);

    [LoggerMessage(6, LogLevel.Warning, "Operation {Operation} of entity {Entity} failed with {ErrorType}")]
    public partial void OperationFailed(string entity, string operation, string errorType);

    [LoggerMessage(7, LogLevel.Critical, "A turn of {Instance} broke off; the instance rests until the next start")]
    public partial void TurnBroke(string instance, Exception error);

    [LoggerMessage(9, LogLevel.Debug, "A turn of {Instance} could still not be written")]
    public partial void TurnStillNotWritten(string instance, Exception error);

    [LoggerMessage(10, LogLevel.Information, "The data file {File} can be written again")]
    public partial void WritesAgain(string file);

    [LoggerMessage(11, LogLevel.Information, "{Count} instances that ended more than {Age} ago were purged")]
    public partial void Purged(int count, TimeSpan age);

    [LoggerMessage(12, LogLevel.Warning, "Old instances could not be purged; that is tried again later")]
    public partial void RetentionFailed(Exception error);

    [LoggerMessage(13, LogLevel.Warning, "A service of {Actor} failed when it was disposed of; that changes nothing about what was done")]
    public partial void ServicesNotLeft(string actor, Exception error);

    [LoggerMessage(8, LogLevel.Debug, "Instance {Instance} ended: {Status}")]
    public partial void Ended(string instance, string status);
}
