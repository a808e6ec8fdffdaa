namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Collects the rows of one symbol and carries an unchanged side forward, within a day.</summary>
internal sealed class QuoteSeriesBuilder
{
    private readonly List<int> _ends = [];
    private readonly List<BarSide> _bids = [];
    private readonly List<BarSide> _asks = [];
    private BarSide _bid = BarSide.Missing;
    private BarSide _ask = BarSide.Missing;
    private int _day = -1;

    /// <summary>End of the last row; before the first a number below every end.</summary>
    public int LastEnd { get; private set; } = int.MinValue;

    /// <summary>Whether any side was ever quoted.</summary>
    public bool Quoted { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="bar">When it becomes known, later than <see cref="LastEnd"/>.</param>
    /// <param name="bid">Null: did not change.</param>
    /// <param name="ask">Null: did not change.</param>
    public void Add(BarTime bar, BarSide? bid, BarSide? ask)
    {
        if (bar.Day != _day)
        {
            (_day, _bid, _ask) = (bar.Day, BarSide.Missing, BarSide.Missing);
        }

        (_bid, _ask) = (bid ?? _bid, ask ?? _ask);
        LastEnd = bar.End;
        Quoted |= !_bid.IsMissing || !_ask.IsMissing;
        _ends.Add(bar.End);
        _bids.Add(_bid);
        _asks.Add(_ask);
    }

    public QuoteSeries Build() => new([.. _ends], [.. _bids], [.. _asks]);
}
