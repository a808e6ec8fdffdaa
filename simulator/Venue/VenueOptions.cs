namespace ExitDesk.Simulator.Venue;

/// <summary>How the simulated broker is set up. Times are market time.</summary>
public sealed record VenueOptions
{
    /// <summary>Cash at the start, USD.</summary>
    public decimal Cash { get; init; } = 100_000m;

    /// <summary>Ids of orders and activities are a function of this seed and of what was asked.</summary>
    public int Seed { get; init; }

    public Guid AccountId { get; init; } = new("5f1d2a34-0000-4000-8000-000000000001");

    /// <summary>From acceptance to the first look at the quote.</summary>
    public TimeSpan FillDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>From a cancel request to its effect.</summary>
    public TimeSpan CancelDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a cancel lasts under <see cref="Faults.Fault.PendingCancel"/>.</summary>
    public TimeSpan SlowCancelDelay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>From acceptance to rejection under <see cref="Faults.Fault.AsynchronousRejection"/>.</summary>
    public TimeSpan RejectionDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Chance, 0 to 1, that an order for more than one fills in parts: Alpaca's paper accounts do so 10 % of the time.
    /// </summary>
    public double PartialFillProbability { get; init; }

    /// <summary>
    /// Chance, 0 to 1, each second, that a resting limit at the mid or beyond it fills at its own price before the touch comes to it.
    /// Paper accounts never do.
    /// </summary>
    public double FillAtMidProbability { get; init; }

    /// <summary>
    /// Chance, 0 to 1, each evening, that a short option is assigned that it pays to exercise early: without time value, or a call
    /// whose time value is below tomorrow's dividend.
    /// </summary>
    public double EarlyAssignmentProbability { get; init; }

    /// <summary>0 no options, 1 covered calls and cash-secured puts, 2 bought options too, 3 spreads too. Closing always goes.</summary>
    public int ApprovedOptionsLevel { get; init; } = 3;

    /// <summary>The level that the owner chose to trade at; never counts above <see cref="ApprovedOptionsLevel"/>.</summary>
    public int OptionsLevel { get; init; } = 3;

    /// <summary>Whether a stock may be sold short, as a margin account may; this one still gets no loan.</summary>
    public bool ShortingEnabled { get; init; }

    internal int TradingLevel => Math.Min(OptionsLevel, ApprovedOptionsLevel);

    public LiquidationScope Liquidation { get; init; } = LiquidationScope.All;

    /// <summary>Underlyings whose expiring options trade 15 minutes longer than others.</summary>
    public IReadOnlySet<string> BroadBasedEtfs { get; init; } =
        new HashSet<string>(StringComparer.Ordinal) { "SPY", "QQQ", "IWM", "DIA" };

    /// <summary>Wall time, for the record of when an order was accepted; decides nothing.</summary>
    public TimeProvider Wall { get; init; } = TimeProvider.System;
}
