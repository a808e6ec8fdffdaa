using System.Globalization;
using System.Text;

namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Turns the rows of one file into a series, and tells of each row that is wrong.</summary>
/// <param name="Place">File named in problems.</param>
/// <param name="Clock">Reads the first column.</param>
/// <param name="ClockRule">What the first column should be, told when it is not.</param>
/// <param name="Problems">Takes what is wrong.</param>
internal sealed record RowReader(string Place, BarClock Clock, string ClockRule, CorpusProblems Problems)
{
    private const int QuoteColumns = 11;
    private const int TradeColumns = 6;
    private const string PriceRule =
        "a price is USD × 10000 as a whole number: 15500 is $1.55; an unchanged side has four empty prices";
    private const string SizeRule = "a size is a whole number";
    private const string OrderRule = "rows ascend by time and each bar stands once";

    /// <summary>Reads time, bid open, high, low, close, size, ask open, high, low, close, size.</summary>
    public void ReadQuotes(ReadOnlySpan<byte> text, QuoteSeriesBuilder series)
    {
        var rows = new RowCursor(text, stackalloc Range[QuoteColumns]);
        while (rows.MoveNext())
        {
            if (!HasColumns(rows, QuoteColumns) || !IsWanted(rows, series.LastEnd, out var bar))
            {
                continue;
            }

            var bidRead = TrySide(rows, 1, out var bid);
            var askRead = TrySide(rows, 6, out var ask);
            if (ask is { Price: 0 })
            {
                Tell(rows, "\"0\" is not an ask", "a side that is not quoted has four empty prices");
            }
            else if (bidRead && askRead)
            {
                series.Add(bar, bid, ask);
            }
        }
    }

    /// <summary>Reads time, open, high, low, close, volume.</summary>
    public void ReadTrades(ReadOnlySpan<byte> text, TradeSeriesBuilder series)
    {
        var rows = new RowCursor(text, stackalloc Range[TradeColumns]);
        while (rows.MoveNext())
        {
            if (HasColumns(rows, TradeColumns) && IsWanted(rows, series.LastEnd, out var bar)
                && TryClose(rows, 1, out var close) && TrySize(rows, 5, out var volume))
            {
                if (close == 0)
                {
                    Tell(rows, "\"0\" is not the price of a trade", PriceRule);
                    continue;
                }

                series.Add(bar, new BarSide(close, volume));
            }
        }
    }

    private bool HasColumns(RowCursor rows, int expected)
    {
        if (rows.Count == expected)
        {
            return true;
        }

        Tell(rows,
            string.Create(CultureInfo.InvariantCulture, $"{rows.Count} columns"),
            string.Create(CultureInfo.InvariantCulture, $"a row of this kind has {expected}"));
        return false;
    }

    private bool IsWanted(RowCursor rows, int lastEnd, out BarTime bar)
    {
        var reading = Clock(rows[0], out bar);
        if (reading == BarClockReading.Malformed)
        {
            Tell(rows, $"{Quoted(rows[0])} is not a time", ClockRule);
        }
        else if (reading == BarClockReading.Wanted && bar.End <= lastEnd)
        {
            Tell(rows, $"{Quoted(rows[0])} does not come after the row before it", OrderRule);
            return false;
        }

        return reading == BarClockReading.Wanted;
    }

    // Null: the side did not change.
    private bool TrySide(RowCursor rows, int from, out BarSide? side)
    {
        side = null;
        if (rows[from].IsEmpty && rows[from + 1].IsEmpty && rows[from + 2].IsEmpty && rows[from + 3].IsEmpty)
        {
            return true;
        }

        if (!TryClose(rows, from, out var close) || !TrySize(rows, from + 4, out var size))
        {
            return false;
        }

        side = new BarSide(close, size);
        return true;
    }

    private bool TryClose(RowCursor rows, int from, out int close)
    {
        close = 0;
        for (var column = from; column < from + 4; column++)
        {
            if (!BarClocks.TryDigits(rows[column], out close))
            {
                Tell(rows, $"{Quoted(rows[column])} is not a price", PriceRule);
                return false;
            }
        }

        return true;
    }

    private bool TrySize(RowCursor rows, int column, out int size)
    {
        if (BarClocks.TryDigits(rows[column], out size))
        {
            return true;
        }

        Tell(rows, $"{Quoted(rows[column])} is not a size", SizeRule);
        return false;
    }

    private void Tell(RowCursor rows, string what, string remedy) => Problems.Add(Place, rows.Line, what, remedy);

    private static string Quoted(ReadOnlySpan<byte> text) =>
        text.Length <= 40 ? $"\"{Encoding.UTF8.GetString(text)}\"" : $"\"{Encoding.UTF8.GetString(text[..40])}…\"";
}
