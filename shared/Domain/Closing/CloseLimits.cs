namespace ExitDesk.Domain.Closing;

/// <summary>Times and counts of the closing protocol.</summary>
public static class CloseLimits
{
    /// <summary>Longer than any call to the broker may take: before this nobody else touches an intent.</summary>
    public static readonly TimeSpan IntentLease = TimeSpan.FromSeconds(15);

    /// <summary>Orders this much older than the intent may still be its own: clocks differ.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    /// <summary>Two looks this far apart without an order mean that the broker never took it.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    /// <summary>As <see cref="BetweenLooks"/>, where less is held than was asked to be closed: the order may be why.</summary>
    public static readonly TimeSpan BetweenLooksAtLess = TimeSpan.FromMinutes(1);

    /// <summary>Failures after which attempts go on only once a minute, each with an alert.</summary>
    public const int Attempts = 10;

    public static readonly TimeSpan AfterManyFailures = TimeSpan.FromMinutes(1);

    /// <summary>A market order that works longer than this is worth an alert: the contract may be halted.</summary>
    public static readonly TimeSpan WorkingPatience = TimeSpan.FromMinutes(1);

    /// <summary>Nothing is submitted this near to the close.</summary>
    public static readonly TimeSpan BeforeClose = TimeSpan.FromSeconds(15);

    /// <summary>Closes that waited for a session start this long after its open.</summary>
    public static readonly TimeSpan AfterOpen = TimeSpan.FromSeconds(60);

    /// <summary>Pause before the attempt after this many failures: 1, 2, 4 … at most 30 s.</summary>
    public static TimeSpan Pause(int failures) => TimeSpan.FromSeconds(Math.Min(30, 1 << Math.Clamp(failures - 1, 0, 5)));

    /// <summary>Pause before looking at a working order again: 1 s while it is young, then 5 s, then 30 s.</summary>
    public static TimeSpan Pause(TimeSpan orderAge) => TimeSpan.FromSeconds(
        orderAge < TimeSpan.FromSeconds(5) ? 1 : orderAge < TimeSpan.FromMinutes(1) ? 5 : 30);
}
