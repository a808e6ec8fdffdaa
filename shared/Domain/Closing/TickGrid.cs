using System.Collections.Frozen;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Quotes;

namespace ExitDesk.Domain.Closing;

/// <summary>The prices at which limit orders are taken. Pure; all prices in USD per share.</summary>
/// <remarks>
/// Options in the penny program trade in 0.01 below 3.00 and 0.05 from there, SPY, QQQ and IWM always in 0.01, all others in
/// 0.05 and 0.10; nets of several legs in 0.01 (cboe.com, "Penny Program"; docs.alpaca.markets, "Options level 3 trading",
/// read 2026-11). Which classes are in the program nobody tells: a side quoted off the coarse grid proves it. Without that
/// proof the coarse grid is used: its prices are on both grids, so none is refused and no attempt is lost on it, and what
/// rounding gives away is bounded as the walk is.
/// </remarks>
public sealed record TickGrid
{
    private const decimal Step = 3.00m;

    private static readonly FrozenSet<string> AlwaysFine = FrozenSet.Create(StringComparer.Ordinal, "SPY", "QQQ", "IWM");

    private readonly decimal _below;
    private readonly decimal _from;

    private TickGrid(decimal below, decimal from) => (_below, _from) = (below, from);

    /// <summary>Cents everywhere: nets of several legs, and the few classes that always trade so.</summary>
    public static TickGrid Cents { get; } = new(0.01m, 0.01m);

    /// <summary>The penny program's.</summary>
    public static TickGrid Fine { get; } = new(0.01m, 0.05m);

    /// <summary>All other classes'.</summary>
    public static TickGrid Coarse { get; } = new(0.05m, 0.10m);

    /// <summary>The smallest price.</summary>
    public decimal Least => _below;

    /// <summary>Of one contract, by its underlying and what its quote proves.</summary>
    /// <param name="contract">Null for stock.</param>
    /// <param name="quote">Null if there is none.</param>
    public static TickGrid Of(OptionContract? contract, Quote? quote) =>
        contract is null || AlwaysFine.Contains(contract.Underlying) ? Cents
        : IsOffCoarse(quote?.Bid) || IsOffCoarse(quote?.Ask) ? Fine
        : Coarse;

    /// <summary>The grid's price at or below; never under one tick.</summary>
    public decimal Down(decimal price)
    {
        var tick = price < Step ? _below : _from;
        return Math.Max(Least, Math.Floor(price / tick) * tick);
    }

    /// <summary>The grid's price at or above; never under one tick.</summary>
    public decimal Up(decimal price)
    {
        var tick = price < Step ? _below : _from;
        return Math.Max(Least, Math.Ceiling(price / tick) * tick);
    }

    private static bool IsOffCoarse(decimal? price) => price is { } quoted && quoted > 0 && Coarse.Down(quoted) != quoted;
}
