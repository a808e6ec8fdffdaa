using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.TestKit.Desk;

/// <summary>Structures for tests.</summary>
public static class Structures
{
    /// <summary>One leg of one contract or stock.</summary>
    public static Structure Single(
        string symbol, decimal quantity, decimal entry, PositionSide side = PositionSide.Long, int multiplier = 100)
    {
        var contract = OccSymbol.TryParse(symbol, out var option, out _) ? option : null;
        var kind = contract is null ? StructureKind.Stock
            : side == PositionSide.Long ? StructureKind.LongOption
            : contract.Right == OptionRight.Put ? StructureKind.CashSecuredPut : StructureKind.NakedCall;
        return new Structure(kind, [new PositionLeg(symbol, side == PositionSide.Long ? 1 : -1, entry, contract is null ? 1 : multiplier)], quantity);
    }
}
