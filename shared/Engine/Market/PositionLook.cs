using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Engine.Market;

/// <summary>One position as it stands, for those who explain it. Nothing is decided or kept by looking.</summary>
/// <param name="Position">A live one.</param>
/// <param name="Plan">Its rules, and where each value came from.</param>
/// <param name="Mark">Quote and water marks as of this look; the evaluations are those of the sweeps.</param>
/// <param name="Snapshot">What the rules see.</param>
/// <param name="Context">Mode, and what is silenced.</param>
/// <param name="Upcoming">Sessions from the present or next one on; empty if the time is not known.</param>
public sealed record PositionLook(
    Position Position, MergedPlan Plan, PositionMark Mark, PositionSnapshot Snapshot, DecisionContext Context, IReadOnlyList<Session> Upcoming)
{
    /// <summary>What <see cref="NotAnew"/> says outside the session.</summary>
    public const string Closed = "the market is closed";

    /// <summary>The broker's clock; null if it does not answer.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The expiry ladder that guards it.</summary>
    public ExpirySettings Ladder { get; init; } = ExpirySettings.Default;

    /// <summary>Why this is what was last seen; null if the market was read anew.</summary>
    public string? NotAnew { get; init; }

    /// <summary>Quotes of the legs that a close trades, in their order; empty unless read anew.</summary>
    public IReadOnlyList<LegQuote> Legs { get; init; } = [];

    /// <summary>What the sweep would decide now, before the owner's approval.</summary>
    public ExitDecision Decision { get; init; }

    /// <summary>True if a stop fires but too few readings agree so far.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>All eleven rules by number.</summary>
    public IReadOnlyList<RuleReading> Readings { get; } = ExitExplanation.Read(Snapshot, Plan.Plan, Context, Upcoming);

    /// <summary>True if a contract of it expires in the present session, or in the next one while the market is closed.</summary>
    public bool IsExpiring => Upcoming is [var session, ..] && Position.Structure.NearestExpiration == session.Date;

    /// <summary>Profit or loss in USD if it were closed now; null if its closing side is not quoted.</summary>
    public decimal? Pnl => Snapshot.ClosingValue is { } value ? Position.Structure.PnlAt(value) : null;

    /// <summary>The same as a fraction of the entry; null also where nothing was paid.</summary>
    public decimal? Return => Snapshot.ClosingValue is { } value && Snapshot.EntryValue != 0 ? Snapshot.ReturnAt(value) : null;
}
