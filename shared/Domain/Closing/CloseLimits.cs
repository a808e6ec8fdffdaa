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

    /// <summary>Two searches for our own id this far apart without an order allow sending it again under the same id.</summary>
    public static readonly TimeSpan BetweenSearches = TimeSpan.FromSeconds(5);

    /// <summary>How often one order is sent under one id.</summary>
    public const int Sends = 3;

    /// <summary>USD per share that a close may give away: a slow walk against the trigger's mid, several legs at once against the market.</summary>
    public const decimal Slippage = 0.10m;

    /// <summary>How long a limit order of an Immediate close works before it is priced anew, or gives way to the market.</summary>
    public static readonly TimeSpan AtOnceStep = TimeSpan.FromSeconds(5);

    /// <summary>Refusals of an order of several legs after which they are closed one by one.</summary>
    public const int MultiLegRefusals = 2;

    /// <summary>Orders of several legs that found nobody after which they are closed one by one.</summary>
    public const int MultiLegTries = 10;

    /// <summary>This near to the deadline an unfilled walk goes on as Immediate.</summary>
    public static readonly TimeSpan NearDeadline = TimeSpan.FromMinutes(5);

    /// <summary>Our working limit orders are cancelled this long before the close.</summary>
    public static readonly TimeSpan CancelBeforeClose = TimeSpan.FromSeconds(10);

    /// <summary>How long a walk waits for quotes before the next evaluation decides again.</summary>
    public static readonly TimeSpan QuotePatience = TimeSpan.FromMinutes(5);

    /// <summary>How long a closing that ends tries to put back what it displaced.</summary>
    public static readonly TimeSpan PutBackPatience = TimeSpan.FromMinutes(2);

    /// <summary>Failures after which attempts go on only once a minute, each with an alert.</summary>
    public const int Attempts = 10;

    public static readonly TimeSpan AfterManyFailures = TimeSpan.FromMinutes(1);

    /// <summary>A market order that works longer than this is worth an alert: the contract may be halted.</summary>
    public static readonly TimeSpan WorkingPatience = TimeSpan.FromMinutes(1);

    /// <summary>Nothing is submitted this near to the close.</summary>
    public static readonly TimeSpan BeforeClose = TimeSpan.FromSeconds(15);

    /// <summary>What waits for the end of a session looks again this long after it.</summary>
    public static readonly TimeSpan AfterClose = TimeSpan.FromSeconds(2);

    /// <summary>USD per share: a long option in its last session that nobody bids for, and that is offered at this or less, is left to expire.</summary>
    public const decimal WorthlessAsk = 0.05m;

    /// <summary>Closes that waited for a session start this long after its open.</summary>
    public static readonly TimeSpan AfterOpen = TimeSpan.FromSeconds(60);

    /// <summary>Pause before the attempt after this many failures: 1, 2, 4 … at most 30 s.</summary>
    public static TimeSpan Pause(int failures) => TimeSpan.FromSeconds(Math.Min(30, 1 << Math.Clamp(failures - 1, 0, 5)));

    /// <summary>Pause before looking at a working order again: 1 s while it is young, then 5 s, then 30 s.</summary>
    public static TimeSpan Pause(TimeSpan orderAge) => TimeSpan.FromSeconds(
        orderAge < TimeSpan.FromSeconds(5) ? 1 : orderAge < TimeSpan.FromMinutes(1) ? 5 : 30);
}
