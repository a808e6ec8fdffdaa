using System.Globalization;
using ExitDesk.Domain.Closing;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>A day so far, in words.</summary>
internal static class ScorecardText
{
    private const int ShownTrades = 15;

    /// <summary>Result, trades, exits by reason and speed, and what the desk asked and was told.</summary>
    /// <param name="now">The broker's clock.</param>
    /// <param name="trades">Of the day, the latest first.</param>
    /// <param name="receipts">Of the day's closes.</param>
    /// <param name="looks">What is still open.</param>
    /// <param name="audited">How many rows the day's audit has of an action.</param>
    public static string Of(
        DateTimeOffset now, IReadOnlyList<ClosedTrade> trades, IReadOnlyList<ExitReceipt> receipts, IReadOnlyCollection<PositionLook> looks, Func<string, int> audited) => ClosingCards.Lines(
    [
        string.Create(CultureInfo.InvariantCulture, $"<b>Scorecard</b> · {NewYork.DateOf(now):ddd d MMM} until {NewYork.Clock(now)}"),
        $"Realized {ResultText.Sum(trades)} in {ResultText.Count(trades.Count)}" + (looks.Count > 0 ? $" · {StatusText.Unrealized(looks)} on {looks.Count} open" : ""),
        .. trades.Take(ShownTrades).Select(trade => (string?)$"• {ResultText.Line(trade, NewYork.DateOf(now))}"),
        trades.Count > ShownTrades ? $"… and {trades.Count - ShownTrades} more: /trades" : null,
        .. ExitsText.Lines("Exits", receipts),
        $"Questions asked {audited("asked")} · presses {audited("pressed")} · commands {audited("commanded")} · alerts {audited("alert")}",
        "Commissions are not counted.",
    ]);
}
