namespace Workflows.FunctionsWorker;

/// <summary>The times of a timer function.</summary>
public class ScheduleStatus
{
    /// <summary>Creates the times.</summary>
    public ScheduleStatus()
    {
    }

    /// <summary>When the schedule last fired.</summary>
    public DateTime Last { get; set; }

    /// <summary>When it fires next.</summary>
    public DateTime Next { get; set; }

    /// <summary>When these times were written.</summary>
    public DateTime LastUpdated { get; set; }
}
