using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Positions;

/// <summary>What the ledger knows of one position: legs that are held, judged and closed as one.</summary>
/// <param name="Id">A function of facts: what it is, New York day of first sight, ordinal of that day.</param>
/// <param name="Structure">Legs with entries, and units.</param>
/// <param name="FirstSeenAt">When the ledger first held it, UTC, by the broker's clock.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Management">What the desk may do with it.</param>
public sealed record Position(
    string Id,
    Structure Structure,
    DateTimeOffset FirstSeenAt,
    PositionStatus Status,
    Management Management)
{
    /// <summary>Two syncs, and some: a position that none has taken apart by then is its rules' again.</summary>
    public static readonly TimeSpan TakenApartWithin = TimeSpan.FromMinutes(2.5);

    /// <summary>How many closings this position has had; the next one's number is one more.</summary>
    public int Closings { get; init; }

    /// <summary>Rules that stay silent for a while by the owner's wish.</summary>
    public IReadOnlyList<Silence> Silences { get; init; } = [];

    /// <summary>The open question to the owner about it; null unless it awaits approval.</summary>
    public string? ApprovalToken { get; init; }

    /// <summary>Rules that were past their threshold when the desk was switched to Active: each asks one time, and leaves once its card
    /// was answered or lapsed, or once it stops firing.</summary>
    public Exits.RuleSet AskOnce { get; init; }

    /// <summary>The loss of the stop among <see cref="AskOnce"/> at that switch, a fraction of the debit or a multiple of the credit, if it was
    /// deep already: then only one far beyond it is a reason not to ask. Null if it was not deep.</summary>
    public decimal? AskOnceLoss { get; init; }

    /// <summary>The switch to Active that <see cref="AskOnce"/> was last made for, by the broker's clock; null if none was.</summary>
    public DateTimeOffset? AskOnceFor { get; init; }

    /// <summary>How often its owner was asked to take it over; 2 or more ends that, as an answer does.</summary>
    public int AdoptionAsks { get; init; }

    /// <summary>The New York day on which its owner was last asked that; null if never.</summary>
    public DateOnly? AdoptionAskedOn { get; init; }

    /// <summary>First of the reads in a row in which the broker did not list it; null while listed.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>How many reads in a row did not list it.</summary>
    public int MissingReads { get; init; }

    /// <summary>True if <see cref="MissingReads"/> listed some of its legs: they say nothing of the rest.</summary>
    public bool IsPartMissing { get; init; }

    /// <summary>When a closing ended because its legs are not held in ratio; null until then, and once a sync has looked.</summary>
    public DateTimeOffset? UnevenSince { get; init; }

    /// <summary>When it ended, UTC; null while live.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Realized profit or loss in USD of all closing fills so far, ours and others; null until the first.</summary>
    public decimal? RealizedPnl { get; init; }

    /// <summary>Ids of the fills that closed a part of it without an order of ours and are in <see cref="RealizedPnl"/>.</summary>
    public IReadOnlyList<string> ForeignFills { get; init; } = [];

    /// <summary>When the broker first held less of it than fills explain; null while it does not.</summary>
    public DateTimeOffset? ShrunkSince { get; init; }

    /// <summary>Contracts or shares that left without a fill, by expiry for instance: <see cref="RealizedPnl"/> lacks their result
    /// until the account's history tells it.</summary>
    public IReadOnlyList<LegQuantity> Unexplained { get; init; } = [];

    /// <summary>The same in units: those of the leg that lacks most. 0 if every result is known.</summary>
    public decimal UnexplainedQuantity => Unexplained.Count == 0 ? 0 : Unexplained.Max(
        lost => Math.Abs(lost.Quantity) / Math.Abs(Legs.FirstOrDefault(leg => leg.Symbol == lost.Symbol)?.Ratio ?? 1));

    /// <summary>True if <see cref="RealizedPnl"/> is the result of all that left.</summary>
    public bool IsResultKnown => RealizedPnl is not null && UnexplainedQuantity == 0;

    /// <summary>Names what the owner traded it for, for instance <c>day-trade</c>; plans may have rules of their own for it. Null if untagged.</summary>
    public string? Strategy { get; init; }

    /// <summary>The <see cref="Opening"/> of ours that it comes from; null if the desk did not open it.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>A section of the exit plan that is its own, as JSON; the owner's later changes are laid over it. Null without one.</summary>
    public string? OwnPlan { get; init; }

    /// <summary>What was noted when it was opened; null without notes.</summary>
    public string? EntryNotes { get; init; }

    /// <summary>When it was opened, UTC; null if the broker's history does not tell.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>True once the broker's history was asked when it was opened.</summary>
    public bool IsEntryDateRead { get; init; }

    /// <summary>USD per share of the underlying at the entry; at first sight if <see cref="IsUnderlyingEntryAtFirstSight"/>; null until known.</summary>
    public decimal? UnderlyingEntryPrice { get; init; }

    /// <summary>True if the underlying's price at the entry is not known and that of first sight stands for it.</summary>
    public bool IsUnderlyingEntryAtFirstSight { get; init; }

    /// <summary>True if the entry prices are those of our own fills; else they are the broker's averages.</summary>
    public bool HasOwnEntry { get; init; }

    /// <summary>What is left of a structure that lost a leg stays as it is until its owner decides.</summary>
    public bool IsOrphan { get; init; }

    public StructureKind Kind => Structure.Kind;

    public IReadOnlyList<PositionLeg> Legs => Structure.Legs;

    /// <summary>Units held: contracts or shares where there is one leg. Above 0.</summary>
    public decimal Quantity => Structure.Units;

    /// <summary>Shares that one unit's value per share stands for; 1 for stock.</summary>
    public int Multiplier => Structure.Multiplier;

    /// <summary>The stock behind the position: the options' underlying, or the stock itself.</summary>
    public string Underlying => Structure.Underlying;

    /// <summary>Debit positive, credit negative, per share.</summary>
    public decimal EntryValue => Structure.EntryValue;

    /// <summary>What was paid or received, per share, without sign.</summary>
    public decimal EntryPrice => Math.Abs(EntryValue);

    /// <summary>Long if it was paid for, short if it was received for: the side on which closing it trades.</summary>
    public PositionSide Side => Structure.Side;

    /// <summary>True if a close trades options; false for stock and for what cannot be read.</summary>
    public bool IsOption => MainLeg.Contract is not null;

    /// <summary>What the owner may type to name it: the symbol where there is one leg, else the id.</summary>
    public string Handle => Structure.ClosingLegs.Count == 1 ? MainLeg.Symbol : Id;

    /// <summary>The first leg that a close trades: all of it, where there is one leg.</summary>
    public PositionLeg MainLeg => Structure.ClosingLegs[0];

    /// <summary>The position once the card of a rule was answered or lapsed: that rule has asked.</summary>
    public Position Asked(Exits.ExitReason rule) => this with { AskOnce = AskOnce.Without(rule) };

    /// <summary>The loss that was shown to the owner who silenced a deep stop; null if none is silenced now, or it was not deep.</summary>
    public decimal? SilencedLoss(DateTimeOffset now)
    {
        for (var i = 0; i < Silences.Count; i++)
        {
            if (Silences[i] is { Rule: Exits.ExitReason.StopLoss, OfDeepLoss: { } loss } silence && silence.Until > now)
            {
                return loss;
            }
        }

        return null;
    }

    /// <summary>True while its rules leave it to the sync to find what is left of it: they would only close over and over what is not there.</summary>
    public bool WaitsToBeTakenApart(DateTimeOffset now) => now - UnevenSince < TakenApartWithin;

    public bool IsSilenced(Exits.ExitReason rule, DateTimeOffset now) => SilencedRules(now).Contains(rule);

    /// <summary>True if a rule is silent now even at an urgency.</summary>
    public bool IsSilenced(Exits.ExitReason rule, Exits.Urgency urgency, DateTimeOffset now) =>
        Silences.Any(silence => silence.Rule == rule && silence.Until > now && !(urgency > silence.UpTo));

    /// <summary>Every rule that does not act for now, because its owner said so or its close was given up.</summary>
    public Exits.RuleSet SilencedRules(DateTimeOffset now)
    {
        var silenced = Exits.RuleSet.None;
        for (var i = 0; i < Silences.Count; i++)
        {
            silenced = Silences[i].Until > now ? silenced.With(Silences[i].Rule) : silenced;
        }

        return silenced;
    }
}
