using System.Globalization;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.Engine.Telling;

/// <summary>How a day's expirations went, after the close.</summary>
public static class ExpirySummaryCard
{
    private const int Shown = 20;

    public static Card Of(ExpirySummary summary) => Card.Plain(ClosingCards.Lines(
        [
            string.Create(CultureInfo.InvariantCulture, $"⏰ <b>Expirations of {summary.Day:ddd d MMM}</b>"),
            $"Contracts at risk {summary.AtRisk} · closed by the ladder {summary.Closed}" + (summary.Unknown > 0 ? $" · end unknown {summary.Unknown}" : ""),
            summary.Shortfall is { } dollars ? $"Shortfall {Figures.Dollars(dollars)} ({Figures.Cents(summary.ShortfallPerShare)} a share)"
                : summary.Closed > 0 ? "Shortfall unknown" : null,
            summary.PreventionRate is { } rate
                ? $"Exercise prevented {Figures.Quantity(summary.PreventedQuantity)} of {Figures.Quantity(summary.PreventedQuantity + summary.MissedQuantity)} ({Percent(rate)})"
                : summary.Unknown > 0 ? "Nothing finished in the money, as far as is known" : "Nothing finished in the money",
            summary.FalseAlarmRate is { } alarms ? $"False alarms {summary.FalseAlarms} ({Percent(alarms)} of what was closed)" : null,
            .. summary.Lines.Where(line => line.IsAtRisk || line.MissedQuantity > 0).Take(Shown).Select(Line),
            summary.Lines.Any(line => line.MissedQuantity > 0)
                ? "If you do nothing: the broker exercises, assigns or has sold what finished in the money; it shows by tomorrow."
                : null,
        ]));

    private static string Line(ExpirySummaryLine line)
    {
        var name = Html.Escape(Titles.Name(line.Contract.Symbol));
        var end = line.Final.State switch
        {
            MoneynessState.Unknown => "end unknown",
            MoneynessState.Adjusted => "adjusted, end not told",
            MoneynessState.Known => $"finished {ExpiryText.Distance(Math.Abs(line.Final.Value!.Value))} {(line.Final.CountsAsInTheMoney ? "in" : "out of")} the money",
        };
        var side = line.Side == PositionSide.Long ? "long" : "short";
        return $"• {name} {side}: {Fate(line)}, {end}" + (line.IsFalseAlarm == true ? " (false alarm)" : "");
    }

    private static string Fate(ExpirySummaryLine line) => (line.ClosedQuantity, line.LeftQuantity) switch
    {
        ( > 0, > 0) => $"closed {Figures.Quantity(line.ClosedQuantity)}, held {Figures.Quantity(line.LeftQuantity)}",
        ( > 0, _) => $"closed {Figures.Quantity(line.ClosedQuantity)}",
        (_, > 0) => $"still held {Figures.Quantity(line.LeftQuantity)}",
        _ => "gone without the ladder",
    };

    private static string Percent(decimal fraction) => (fraction * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
