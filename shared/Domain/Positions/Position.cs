using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Positions;

/// <summary>What the ledger knows of one position: a single leg.</summary>
/// <param name="Id">A function of facts: symbol, New York day of first sight, ordinal of that day.</param>
/// <param name="Symbol">OCC symbol or stock symbol, as the broker writes it.</param>
/// <param name="AssetClass">The broker's word: <c>us_option</c>, <c>us_equity</c>, or another that is only recorded.</param>
/// <param name="Side">Long or short.</param>
/// <param name="Quantity">Contracts or shares, above 0.</param>
/// <param name="Multiplier">Shares per contract; 1 for stock.</param>
/// <param name="EntryPrice">Average entry price per share, above 0, whatever the side.</param>
/// <param name="FirstSeenAt">When the ledger first held it, UTC, by the broker's clock.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Management">What the desk may do with it.</param>
public sealed record Position(
    string Id,
    string Symbol,
    string AssetClass,
    PositionSide Side,
    decimal Quantity,
    int Multiplier,
    decimal EntryPrice,
    DateTimeOffset FirstSeenAt,
    PositionStatus Status,
    Management Management)
{
    /// <summary>How many closings this position has had; the next one's number is one more.</summary>
    public int Closings { get; init; }

    /// <summary>Rules that stay silent for a while by the owner's wish.</summary>
    public IReadOnlyList<Silence> Silences { get; init; } = [];

    /// <summary>The open question to the owner about it; null unless it awaits approval.</summary>
    public string? ApprovalToken { get; init; }

    /// <summary>First of the reads in a row in which the broker did not list it; null while listed.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>How many reads in a row did not list it.</summary>
    public int MissingReads { get; init; }

    /// <summary>When it ended, UTC; null while live.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Realized profit or loss in USD of all closing fills so far, ours and others; null until the first.</summary>
    public decimal? RealizedPnl { get; init; }

    /// <summary>Ids of the fills that closed a part of it without an order of ours and are in <see cref="RealizedPnl"/>.</summary>
    public IReadOnlyList<string> ForeignFills { get; init; } = [];

    /// <summary>When the broker first held less of it than fills explain; null while it does not.</summary>
    public DateTimeOffset? ShrunkSince { get; init; }

    /// <summary>Contracts or shares that left without a fill, by expiry for instance: <see cref="RealizedPnl"/> lacks their result.</summary>
    public decimal UnexplainedQuantity { get; init; }

    /// <summary>True if <see cref="RealizedPnl"/> is the result of all that left.</summary>
    public bool IsResultKnown => RealizedPnl is not null && UnexplainedQuantity == 0;

    /// <summary>The contract; null for stock and for symbols that are no option.</summary>
    public OptionContract? Contract => OccSymbol.TryParse(Symbol, out var contract, out _) ? contract : null;

    /// <summary>The stock behind the position: the option's underlying, or the stock itself.</summary>
    public string Underlying => Contract?.Underlying ?? Symbol;

    /// <summary>Debit positive, credit negative, per share.</summary>
    public decimal EntryValue => Side == PositionSide.Long ? EntryPrice : -EntryPrice;

    public bool IsSilenced(Exits.ExitReason rule, DateTimeOffset now) => SilencedRules(now).Contains(rule);

    /// <summary>Every rule that does not act for now, because its owner said so.</summary>
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
