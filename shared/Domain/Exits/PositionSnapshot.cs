using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Exits;

/// <summary>One position at one instant, as the rules see it. Prices are per share.</summary>
/// <param name="EntryValue">Debit positive, credit negative.</param>
/// <param name="ClosingValue">What closing now brings (long, positive) or costs (short, negative), on the closing side of the
/// quote; null if that side is not quoted.</param>
/// <param name="MidValue">The same at the mid; null unless both sides are quoted.</param>
/// <param name="Quality">Of the quote.</param>
/// <param name="WideFor">How long the quote has been wide with no usable one in between; null if it is not.</param>
/// <param name="MaximumLoss">The most a credit structure can lose, above 0; null for debits and naked shorts.</param>
public readonly record struct PositionSnapshot(
    decimal EntryValue,
    decimal? ClosingValue,
    decimal? MidValue,
    QuoteQuality Quality,
    TimeSpan? WideFor = null,
    decimal? MaximumLoss = null)
{
    /// <summary>The highest closing value, USD per share, seen before on usable quotes; null if none was.</summary>
    public decimal? BestValue { get; init; }

    /// <summary>What the position gains, USD per share, for one USD of the underlying; null without greeks of each leg.</summary>
    public decimal? NetDelta { get; init; }

    /// <summary>True if nobody bids for a leg that was bought.</summary>
    public bool HasUnbidLeg { get; init; }

    public UnderlyingFacts Underlying { get; init; }

    public TimingFacts Timing { get; init; }

    public AssignmentFacts Assignment { get; init; }

    public LadderDemand Ladder { get; init; }

    /// <summary>Entries nearer to zero than this have no meaningful percentages.</summary>
    public const decimal SmallestEntry = 0.05m;

    /// <summary>A market that stays wide this long no longer disarms stops: they are judged on the mid.</summary>
    public static readonly TimeSpan WidePatience = TimeSpan.FromMinutes(2);

    public bool IsDebit => EntryValue > 0;

    /// <summary>True if percentages of the entry mean something.</summary>
    public bool HasMeaningfulEntry => Math.Abs(EntryValue) >= SmallestEntry;

    /// <summary>True if nobody pays for what was bought: its bid is zero beside a live ask, or its legs net to nothing.</summary>
    public bool HasZeroBid => IsDebit && ClosingValue <= 0;

    /// <summary>The value that profit rules are judged on: the closing side of a usable quote; null if there is none.</summary>
    public decimal? ProfitValue => Quality == QuoteQuality.Usable ? ClosingValue : null;

    /// <summary>The value that stops are judged on: as for profit rules, but the mid of a market that stays wide.</summary>
    public decimal? StopValue => IsJudgedOnMid ? MidValue : ProfitValue;

    public bool IsJudgedOnMid => Quality == QuoteQuality.Wide && WideFor >= WidePatience;

    /// <summary>What a stop that holds on the mid must hold at too: the closing value, where nobody bids for a bought leg; else null.</summary>
    /// <remarks>An ask that nobody answers makes a mid: it may prove a loss, never that there is none.</remarks>
    public decimal? UnbidValue => HasUnbidLeg && IsJudgedOnMid ? ClosingValue : null;

    /// <summary>Return of a debit structure at a closing value, as a fraction of the entry: 0.25 is 25 % gained.</summary>
    public decimal DebitReturn(decimal closingValue) => (closingValue - EntryValue) / EntryValue;

    /// <summary>Share of a credit's greatest gain that closing at a value keeps.</summary>
    public decimal CreditProfit(decimal closingValue) => (closingValue - EntryValue) / -EntryValue;

    /// <summary>Loss of a credit structure at a closing value, in multiples of the credit; negative when it gains.</summary>
    public decimal CreditLoss(decimal closingValue) => -CreditProfit(closingValue);

    /// <summary>Return of a debit, or share of the credit kept, at a closing value: a fraction of the entry, positive for a gain.</summary>
    public decimal ReturnAt(decimal closingValue) => (closingValue - EntryValue) / Math.Abs(EntryValue);

    /// <summary>Profit or loss per share at a closing value.</summary>
    public decimal PnlPerShare(decimal closingValue) => closingValue - EntryValue;
}
