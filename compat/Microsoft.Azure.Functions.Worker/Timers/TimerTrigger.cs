namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <param name="Schedule">When it is due.</param>
/// <param name="IsMonitored">Whether occurrences are recorded.</param>
/// <param name="RunsOnStartup">Whether the start of the host is an occurrence too.</param>
internal sealed record TimerTrigger(TimerSchedule Schedule, bool IsMonitored, bool RunsOnStartup) : Trigger
{
    public override string ToString() => $"timer {Schedule}";
}
