namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule, in UTC, one run at a time.</summary>
/// <param name="schedule">
/// Six NCRONTAB fields beginning with seconds, five beginning with minutes, or a time span such as <c>00:00:15</c>;
/// <c>%NAME%</c> stands for the app setting of that name.
/// </param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    public string Schedule { get; } = schedule;

    /// <summary>Whether occurrences are recorded, so that one missed while the host was down is run at the next start.</summary>
    /// <remarks>Without effect on schedules with occurrences less than a minute apart: these are never recorded.</remarks>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs once when the host has started.</summary>
    public bool RunOnStartup { get; set; }
}
