namespace Workflows.FunctionsWorker;

/// <summary>Why a timer function runs.</summary>
public class TimerInfo
{
    /// <summary>Creates the information.</summary>
    public TimerInfo()
    {
    }

    /// <summary>The times of the schedule; null when they are not kept.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>True when this run is later than its time.</summary>
    public bool IsPastDue { get; set; }
}
