using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Tests.Samples;

internal static class SamplePositions
{
    public const string Symbol = "GOOG151224C00750000";

    /// <summary>An open, managed option position.</summary>
    public static Position Option(decimal entry = 2.00m, decimal quantity = 10, PositionSide side = PositionSide.Long) => new(
        Symbol + "-20151223-1", Single(Symbol, entry, quantity, side), SampleSession.OpenAt, PositionStatus.Open, Management.Managed);

    /// <summary>One leg of one contract or stock, as a structure.</summary>
    public static Structure Single(
        string symbol = Symbol, decimal entry = 2.00m, decimal quantity = 10, PositionSide side = PositionSide.Long, int multiplier = 100)
    {
        var isOption = OccSymbol.TryParse(symbol, out var contract, out _);
        var kind = !isOption ? StructureKind.Stock
            : side == PositionSide.Long ? StructureKind.LongOption
            : contract!.Right == OptionRight.Put ? StructureKind.CashSecuredPut : StructureKind.NakedCall;
        return new Structure(kind, [new PositionLeg(symbol, side == PositionSide.Long ? 1 : -1, entry, isOption ? multiplier : 1)], quantity);
    }

    public static BrokerPosition Held(string symbol = Symbol, decimal quantity = 10, decimal entry = 2.00m, string assetClass = "us_option") =>
        new(symbol, assetClass, quantity, entry);

    /// <summary>Short the 100 put, long the 95 put, for a credit of 1.20 by default.</summary>
    public static Structure PutCreditSpread(decimal credit = 1.20m, decimal units = 2) => new(
        StructureKind.VerticalCredit,
        [new PositionLeg("XYZ261218P00095000", 1, 0.80m, 100), new PositionLeg("XYZ261218P00100000", -1, 0.80m + credit, 100)],
        units);
}
