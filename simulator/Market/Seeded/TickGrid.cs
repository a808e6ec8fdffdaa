namespace ExitDesk.Simulator.Market.Seeded;

/// <summary>Prices at which a class of options may be quoted.</summary>
/// <remarks>OCC/Cboe penny program: a class has one of the three grids, coarser from 3.00 USD on. Read 2026-11.</remarks>
public sealed record TickGrid
{
    private const decimal Border = 3.00m;
    private readonly decimal _below;
    private readonly decimal _from;

    private TickGrid(decimal below, decimal from) => (_below, _from) = (below, from);

    /// <summary>Classes of the penny program: 0.01 below 3.00 and 0.05 from there on.</summary>
    public static TickGrid Penny { get; } = new(0.01m, 0.05m);

    /// <summary>SPY, QQQ and IWM: always 0.01.</summary>
    public static TickGrid AlwaysPenny { get; } = new(0.01m, 0.01m);

    /// <summary>All other classes: 0.05 below 3.00 and 0.10 from there on.</summary>
    public static TickGrid Nickel { get; } = new(0.05m, 0.10m);

    /// <summary>The step above a price, USD per share.</summary>
    public decimal StepAt(decimal price) => price < Border ? _below : _from;

    /// <summary>The highest price of the grid not above <paramref name="price"/>, which is not negative.</summary>
    public decimal Down(decimal price)
    {
        var step = StepAt(price);
        return Math.Floor(price / step) * step;
    }

    /// <summary>The lowest price of the grid not below <paramref name="price"/>, which is not negative.</summary>
    public decimal Up(decimal price)
    {
        var step = StepAt(price);
        return Math.Ceiling(price / step) * step;
    }
}
