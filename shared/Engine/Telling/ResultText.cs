using System.Globalization;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>Realized results in words. USD, commissions not counted.</summary>
public static class ResultText
{
    private const string Untagged = "untagged";

    /// <summary>Sum, wins and losses, best and worst.</summary>
    /// <param name="title">Which days.</param>
    /// <param name="trades">Of these days.</param>
    public static string Profit(string title, IReadOnlyCollection<ClosedTrade> trades)
    {
        if (trades.Count == 0)
        {
            return $"<b>{title}</b>: no trade ended";
        }

        var (won, lost) = (trades.Where(static trade => trade.RealizedPnl > 0).ToList(), trades.Where(static trade => trade.RealizedPnl < 0).ToList());
        var (best, worst) = (trades.MaxBy(static trade => trade.RealizedPnl)!, trades.MinBy(static trade => trade.RealizedPnl)!);
        var losses = -lost.Sum(static trade => trade.RealizedPnl);
        return ClosingCards.Lines(
            $"<b>{title}</b>: <b>{Sum(trades)}</b> in {Count(trades.Count)}",
            $"Won {won.Count} ({Share(won.Count, trades.Count)}), lost {lost.Count}, even {trades.Count - won.Count - lost.Count}",
            won.Count > 0 && lost.Count > 0
                ? $"Average win {Figures.Signed(Math.Round(won.Average(static trade => trade.RealizedPnl), 2))}, average loss {Figures.Signed(Math.Round(lost.Average(static trade => trade.RealizedPnl), 2))}"
                    + $", gained for each dollar lost {Figures.Dollars(Math.Round(won.Sum(static trade => trade.RealizedPnl) / losses, 2))}"
                : null,
            $"Best {Named(best)}",
            trades.Count > 1 ? $"Worst {Named(worst)}" : null,
            "Commissions are not counted.");
    }

    /// <summary>A line for each day with trades, newest first, and the sum.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="trades">Of these days.</param>
    public static string Daily(DateOnly from, DateOnly to, IReadOnlyCollection<ClosedTrade> trades)
    {
        var days = trades.GroupBy(static trade => NewYork.DateOf(trade.EndedAt)).OrderByDescending(static day => day.Key)
            .Select(static day => (Day: Day(day.Key), Sum: Sum([.. day]), Count: day.Count())).ToList();
        var width = days.Select(static day => day.Sum.Length).DefaultIfEmpty().Max();
        var lines = days.Select(day => $"<code>{day.Day,-10} {day.Sum.PadLeft(width)}</code>  {Count(day.Count)}");
        return string.Join('\n', lines.Prepend($"<b>{Day(from)} to {Day(to)}</b>: {Sum(trades)} in {Count(trades.Count)}"));
    }

    /// <summary>A line for each strategy, the best first.</summary>
    /// <param name="title">Which days.</param>
    /// <param name="trades">Of these days.</param>
    public static string ByStrategy(string title, IReadOnlyCollection<ClosedTrade> trades)
    {
        var lines = trades.GroupBy(static trade => trade.Strategy ?? Untagged)
            .OrderByDescending(static group => group.Sum(static trade => trade.RealizedPnl))
            .Select(static group => $"• {Html.Escape(group.Key)}: {Sum([.. group])} in {Count(group.Count())}, won {Share(group.Count(static trade => trade.RealizedPnl > 0), group.Count())}");
        return trades.Count == 0 ? $"<b>{title}</b>: no trade ended" : string.Join('\n', lines.Prepend($"<b>{title}</b>: {Sum(trades)}"));
    }

    /// <summary>A line for each trade.</summary>
    /// <param name="trades">In their order.</param>
    /// <param name="today">Trades of another day carry theirs.</param>
    public static string Trades(IReadOnlyCollection<ClosedTrade> trades, DateOnly today) => trades.Count == 0
        ? "No trade ended in the last year."
        : string.Join('\n', trades.Select(trade => Line(trade, today)));

    /// <summary>One trade in a line, for instance <c>14:02 ET GOOG 16 Jan 750 C ×2 +$114.00, take profit</c>.</summary>
    public static string Line(ClosedTrade trade, DateOnly today) =>
        $"{NewYork.ShortClock(trade.EndedAt, NewYork.At(today, TimeOnly.MinValue))} {Named(trade)}";

    private static string Named(ClosedTrade trade) =>
        $"{string.Join(" / ", trade.Rows.Select(static row => Html.Escape(Titles.Of(row.Symbol, row.Quantity))))} {Figures.Signed(trade.RealizedPnl)}, {Why(trade)}";

    /// <summary>How a trade ended, in words.</summary>
    public static string Why(ClosedTrade trade) =>
        trade.Reason is { } rule ? Titles.Reason(rule) : PositionNotices.Words(trade.Ending ?? PositionStatus.ClosedElsewhere).ToLowerInvariant();

    /// <summary>The sum of some, with its sign.</summary>
    public static string Sum(IEnumerable<ClosedTrade> trades) => Figures.Signed(trades.Sum(static trade => trade.RealizedPnl));

    /// <summary>So many trades.</summary>
    public static string Count(int count) => count == 1 ? "1 trade" : string.Create(CultureInfo.InvariantCulture, $"{count} trades");

    private static string Share(int part, int all) => (100m * part / all).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static string Day(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);
}
