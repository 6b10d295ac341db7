using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Host;

/// <summary>What the host logs. Never keys, payloads or conversations.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "Started: {Functions} functions, data file {DataFile}, listening on {Addresses}")]
    public static partial void Started(ILogger logger, int functions, string dataFile, string addresses);

    [LoggerMessage(2, LogLevel.Warning, "The function {Function} ran, but its times could not be stored: it may run again at the next start")]
    public static partial void TimerNotKept(ILogger logger, string function, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "The function {Function} failed")]
    public static partial void FunctionFailed(ILogger logger, string function, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "Some activities have not ended within {Timeout}; they run again at the next start")]
    public static partial void StoppedBeforeActivitiesEnded(ILogger logger, TimeSpan timeout);

    [LoggerMessage(5, LogLevel.Information, "Stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(6, LogLevel.Error, "A management request failed: {Method} {Path}")]
    public static partial void ManagementFailed(ILogger logger, string method, string path, Exception exception);

    [LoggerMessage(7, LogLevel.Error, "The queue {Queue} could not be served; its messages stay where they are")]
    public static partial void QueueFailed(ILogger logger, string queue, Exception exception);

    [LoggerMessage(8, LogLevel.Warning, "The message {Message} of the queue {Queue} failed {Times} times and was moved to {Poison}")]
    public static partial void MessagePoisoned(ILogger logger, string queue, string message, long times, string poison);

    [LoggerMessage(9, LogLevel.Warning, "Some timer and queue functions have not ended within {Timeout}; they run again at the next start")]
    public static partial void StoppedBeforeTriggersEnded(ILogger logger, TimeSpan timeout);

    [LoggerMessage(10, LogLevel.Information, "The function {Function} is disabled")]
    public static partial void FunctionDisabled(ILogger logger, string function);

    [LoggerMessage(11, LogLevel.Information, "Stopping: {Running} activities have {Timeout} to end")]
    public static partial void Draining(ILogger logger, int running, TimeSpan timeout);

    [LoggerMessage(12, LogLevel.Warning, "{Running} activities have not ended within {Timeout}; they are cancelled and run again at the next start")]
    public static partial void DrainTimedOut(ILogger logger, int running, TimeSpan timeout);

    [LoggerMessage(13, LogLevel.Error, "The batch {Batch} of the monitor ended with an error")]
    public static partial void BatchFailed(ILogger logger, string batch, Exception exception);

    [LoggerMessage(14, LogLevel.Warning, "The fleet could not be looked at; the monitor's chart has a gap")]
    public static partial void FleetNotSampled(ILogger logger, Exception exception);
}
