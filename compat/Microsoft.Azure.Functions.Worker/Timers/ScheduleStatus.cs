namespace Microsoft.Azure.Functions.Worker;

/// <summary>The record of a monitored schedule, as it stood before the run that receives it. All instants are UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last occurrence that was run; <c>default</c> if none is recorded.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence that was expected next: within a scheduled run, the one that is running.</summary>
    public DateTime Next { get; set; }

    /// <summary>When the record was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
