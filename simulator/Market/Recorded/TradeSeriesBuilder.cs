namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Collects the trades of one symbol.</summary>
internal sealed class TradeSeriesBuilder
{
    private readonly List<int> _ends = [];
    private readonly List<BarSide> _trades = [];

    /// <summary>End of the last row; before the first a number below every end.</summary>
    public int LastEnd { get; private set; } = int.MinValue;

    /// <summary>Adds a row, later than <see cref="LastEnd"/>.</summary>
    public void Add(BarTime bar, BarSide trade)
    {
        LastEnd = bar.End;
        _ends.Add(bar.End);
        _trades.Add(trade);
    }

    public TradeSeries Build() => new([.. _ends], [.. _trades]);
}
