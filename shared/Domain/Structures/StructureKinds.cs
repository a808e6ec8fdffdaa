using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>Names what legs form: for entries, whose legs are known to belong together.</summary>
public static class StructureKinds
{
    /// <summary>The kind of one unit of these legs; a single leg that is no option counts as stock.</summary>
    public static StructureKind Of(IReadOnlyList<PositionLeg> legs)
    {
        var sorted = legs.Order(LegOrder.Instance).ToList();
        var options = sorted.Where(leg => leg.Contract is not null).ToList();
        if (options.Any(leg => Math.Abs(leg.Ratio) != 1 || leg.Multiplier != options[0].Multiplier || leg.Contract!.Root != options[0].Contract!.Root))
        {
            return StructureKind.Custom;
        }

        return (options.Count, sorted.Count) switch
        {
            (0, 1) => StructureKind.Stock,
            (1, 1) => OfOption(options[0].Contract!.Right, options[0].IsLong),
            (1, 2) => IsCovered(options[0], sorted[1]) ? StructureKind.CoveredCall : StructureKind.Custom,
            (2, 2) => OfTwo(options[0], options[1]),
            (4, 4) => IsCondor(options) ? StructureKind.IronCondor : StructureKind.Custom,
            _ => StructureKind.Custom,
        };
    }

    internal static StructureKind OfOption(OptionRight right, bool isLong) => (right, isLong) switch
    {
        (_, true) => StructureKind.LongOption,
        (OptionRight.Put, false) => StructureKind.CashSecuredPut,
        (OptionRight.Call, false) => StructureKind.NakedCall,
    };

    /// <summary>True if the sold strike is the nearer to the money: the position collects more than it pays.</summary>
    internal static bool IsCredit(OptionContract sold, OptionContract bought) =>
        sold.Right == OptionRight.Put ? sold.Strike > bought.Strike : sold.Strike < bought.Strike;

    private static bool IsCovered(PositionLeg option, PositionLeg stock) =>
        option is { IsLong: false, Contract: { Right: OptionRight.Call, IsAdjusted: false } call }
        && StockSymbol.OptionRoot(stock.Symbol) == call.Root
        && stock.Ratio == option.Multiplier;

    private static StructureKind OfTwo(PositionLeg first, PositionLeg second)
    {
        var (one, two) = (first.Contract!, second.Contract!);
        if (one.Right != two.Right)
        {
            return first.IsLong != second.IsLong || one.Expiration != two.Expiration ? StructureKind.Custom
                : one.Strike == two.Strike ? StructureKind.Straddle
                : StructureKind.Strangle;
        }

        if (first.IsLong == second.IsLong || first.Symbol == second.Symbol)
        {
            return StructureKind.Custom;
        }

        if (one.Expiration == two.Expiration)
        {
            return IsCredit(first.IsLong ? two : one, first.IsLong ? one : two) ? StructureKind.VerticalCredit : StructureKind.VerticalDebit;
        }

        // The legs are in order of expiration: a short leg that outlives its wing would be naked after it.
        return first.IsLong ? StructureKind.Custom : StructureKind.CalendarSpread;
    }

    private static bool IsCondor(IReadOnlyList<PositionLeg> options)
    {
        var puts = options.Where(leg => leg.Contract!.Right == OptionRight.Put).ToList();
        var calls = options.Except(puts).ToList();
        return puts.Count == 2 && calls.Count == 2
            && OfTwo(puts[0], puts[1]) == StructureKind.VerticalCredit
            && OfTwo(calls[0], calls[1]) == StructureKind.VerticalCredit
            && puts[0].Contract!.Expiration == calls[0].Contract!.Expiration
            && puts.Single(leg => !leg.IsLong).Contract!.Strike <= calls.Single(leg => !leg.IsLong).Contract!.Strike;
    }
}
