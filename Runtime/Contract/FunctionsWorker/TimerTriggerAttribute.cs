using Workflows.FunctionsWorker.Extensions.Abstractions;

namespace Workflows.FunctionsWorker;

/// <summary>A function that runs by the clock.</summary>
/// <param name="schedule">A six-field cron expression (seconds first), a time span, or <c>%name%</c> from the configuration.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>True: the function also runs when the host starts. False by default.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>True, the default: the times are kept, so that a run missed while the host was down is made up for.</summary>
    public bool UseMonitor { get; set; } = true;
}
