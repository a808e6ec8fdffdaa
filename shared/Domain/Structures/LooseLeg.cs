using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>A holding, and how much of it is in no structure yet.</summary>
internal sealed class LooseLeg(PositionLeg leg, decimal quantity, bool isStock)
{
    /// <summary>Of ratio 1 or −1.</summary>
    public PositionLeg Leg { get; } = leg;

    public OptionContract? Contract => Leg.Contract;

    public bool IsStock { get; } = isStock;

    /// <summary>Contracts or shares, whatever the side; never negative.</summary>
    public decimal Left { get; set; } = quantity;

    /// <summary>Only options and stock of one group may become one structure.</summary>
    public string Group => Contract?.Root ?? (IsStock ? StockSymbol.OptionRoot(Leg.Symbol) : Leg.Symbol);

    public Structure Single() => new(SingleKind(), [Leg], Left);

    private StructureKind SingleKind() => Contract is { } contract ? StructureKinds.OfOption(contract.Right, Leg.IsLong)
        : IsStock ? StructureKind.Stock
        : StructureKind.Custom;
}
