using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>Legs that are held, judged and closed as one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Legs">At least one, options of one root and one multiplier; in the order of <see cref="LegOrder"/>.</param>
/// <param name="Units">How many times the legs are held: contracts or shares at ratio 1, above 0.</param>
public sealed record Structure(StructureKind Kind, IReadOnlyList<PositionLeg> Legs, decimal Units)
{
    /// <summary>What it is. Without a setter, as the legs: what follows from them is kept.</summary>
    public StructureKind Kind { get; } = Kind;

    public IReadOnlyList<PositionLeg> Legs { get; } = Legs;

    private readonly TradedLeg[] _traded = TradedLeg.Of(Traded(Kind, Legs));

    /// <summary>What a close trades: all legs, but never the shares behind a covered call.</summary>
    public IReadOnlyList<PositionLeg> ClosingLegs { get; } = Traded(Kind, Legs);

    /// <summary>The same in short, for what reads every position at every sweep.</summary>
    internal ReadOnlySpan<TradedLeg> TradedLegs => _traded;

    /// <summary>Shares that one unit's value per share stands for.</summary>
    public int Multiplier => ClosingLegs[0].Multiplier;

    /// <summary>USD per share, debit positive, credit negative. Shares behind a covered call are not in it.</summary>
    public decimal EntryValue { get; } = Sum(Traded(Kind, Legs), static leg => leg.EntryPrice);

    public bool IsCredit => EntryValue < 0;

    /// <summary>Long if it was paid for. A single leg's side is its own, even where it was had for nothing.</summary>
    public Positions.PositionSide Side => (_traded.Length == 1 ? _traded[0].IsLong : !IsCredit)
        ? Positions.PositionSide.Long
        : Positions.PositionSide.Short;

    /// <summary>The stock behind it as option roots write it, share classes without their dot: shares and options of one have the same.</summary>
    public string Underlying => Legs[0].Contract?.Underlying ?? StockSymbol.OptionRoot(Legs[0].Symbol);

    /// <summary>The first day on which a leg expires, in New York; null without options.</summary>
    public DateOnly? NearestExpiration { get; } = Nearest(Legs);

    /// <summary>The wider distance between a short strike and the long one that covers it, USD per share; null when naked.</summary>
    public decimal? Width => WingWidth.Of(ClosingLegs);

    /// <summary>The most that a credit structure can lose, USD per share, above 0: wider wing minus credit. Null for debits, when
    /// naked, and if the credit exceeds the wing.</summary>
    public decimal? MaximumLoss { get; } = Worst(Traded(Kind, Legs));

    /// <summary>Profit or loss in USD of all units at a closing value per share.</summary>
    public decimal PnlAt(decimal closingValue) => (closingValue - EntryValue) * Units * Multiplier;

    public bool Equals(Structure? other) =>
        other is not null && Kind == other.Kind && Units == other.Units && Legs.SequenceEqual(other.Legs);

    public override int GetHashCode() => HashCode.Combine(Kind, Units, Legs.Count, Legs[0]);

    private static IReadOnlyList<PositionLeg> Traded(StructureKind kind, IReadOnlyList<PositionLeg> legs) =>
        kind == StructureKind.CoveredCall ? [.. legs.Where(static leg => leg.Contract is not null)] : legs;

    // Without LINQ: matching builds many structures, most of them to be weighed and dropped.
    private static DateOnly? Nearest(IReadOnlyList<PositionLeg> legs)
    {
        DateOnly? nearest = null;
        for (var i = 0; i < legs.Count; i++)
        {
            nearest = legs[i].Contract is { Expiration: var day } && !(nearest <= day) ? day : nearest;
        }

        return nearest;
    }

    private static decimal? Worst(IReadOnlyList<PositionLeg> legs) =>
        Sum(legs, static leg => leg.EntryPrice) is < 0 and var entry && WingWidth.AtRisk(legs) + entry is { } loss and > 0 ? loss : null;

    private static decimal Sum(IReadOnlyList<PositionLeg> legs, Func<PositionLeg, decimal> priceOf)
    {
        var sum = 0m;
        foreach (var leg in legs)
        {
            sum += leg.Ratio * priceOf(leg);
        }

        return sum;
    }
}
