namespace ExitDesk.Domain.Structures;

/// <summary>A short option and the long one that covers it, taken out of what is loose.</summary>
internal sealed class WingPair(LooseLeg sold, LooseLeg bought, decimal units)
{
    public LooseLeg Sold { get; } = sold;

    public LooseLeg Bought { get; } = bought;

    public decimal Units { get; set; } = units;

    public decimal SoldStrike => Sold.Contract!.Strike;

    public decimal Width => Math.Abs(Sold.Contract!.Strike - Bought.Contract!.Strike);

    public bool IsCredit => StructureKinds.IsCredit(Sold.Contract!, Bought.Contract!);

    /// <summary>Gives back what became no structure.</summary>
    public void Release()
    {
        Sold.Left += Units;
        Bought.Left += Units;
        Units = 0;
    }
}
