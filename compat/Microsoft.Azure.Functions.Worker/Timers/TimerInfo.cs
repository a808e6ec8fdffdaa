namespace Microsoft.Azure.Functions.Worker;

/// <summary>Why and when a timer function runs.</summary>
public class TimerInfo
{
    /// <summary>The schedule as recorded before this run; null if the schedule is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>True if this run makes up for an occurrence missed while the host was down.</summary>
    public bool IsPastDue { get; set; }
}
