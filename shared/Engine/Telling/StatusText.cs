using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Engine.Telling;

/// <summary>A position in two or three lines.</summary>
public static class StatusText
{
    /// <summary>The lines of one position.</summary>
    /// <param name="position">Live.</param>
    /// <param name="mark">Its last mark; null if no sweep has seen it.</param>
    /// <param name="plan">Its rules.</param>
    /// <param name="underlying">The stock's last price, USD; what stock itself is shown at. Null if unknown.</param>
    public static IEnumerable<string> Lines(Position position, PositionMark? mark, ExitPlan plan, decimal? underlying)
    {
        if (position.Kind == StructureKind.Stock && underlying is { } stock)
        {
            mark = PositionMark.None(position.Id) with { Quote = new Quote(stock, stock, position.FirstSeenAt), Quality = QuoteQuality.Usable };
        }

        var snapshot = SnapshotBuilder.FromMark(position, mark ?? PositionMark.None(position.Id), default);
        yield return $"<b>{Html.Escape(Titles.Of(position))}</b> ({Titles.Kind(position)}){State(position)}";
        yield return snapshot.ClosingValue is { } value
            ? $"  {Figures.Price(position.EntryPrice)} → {Figures.Price(Math.Abs(value))}  {Figures.Signed(Dollars(position, snapshot, value))}"
                + $" ({Figures.Percent(snapshot.PnlPerShare(value) / position.EntryPrice)})"
            : $"  entry {Figures.Price(position.EntryPrice)}, no quote";
        if (position.Management is not (Management.NotManagedYet or Management.Ignored) && position.IsOption && mark is not null)
        {
            yield return "  " + string.Join(" · ", ExitExplanation.Read(snapshot, plan).Where(reading => reading is { Enabled: true, Rule: ExitReason.StopLoss or ExitReason.TakeProfit }).Select(Distance));
        }
    }

    private static string Distance(RuleReading reading) => reading.Distance is { } distance
        ? $"{(reading.Rule == ExitReason.StopLoss ? "stop" : "target")} {Figures.Price(Math.Round(reading.FiresAt ?? 0, 2))} ({(distance == 0 ? "past it" : Figures.Price(Math.Round(distance, 2)) + " away")})"
        : $"{(reading.Rule == ExitReason.StopLoss ? "stop" : "target")} {Figures.Price(Math.Round(reading.FiresAt ?? 0, 2))} (no usable quote)";

    private static decimal Dollars(Position position, in PositionSnapshot snapshot, decimal value) =>
        snapshot.PnlPerShare(value) * position.Quantity * position.Multiplier;

    private static string State(Position position) => position switch
    {
        { Management: Management.NotManagedYet } => " · not managed yet",
        { Status: PositionStatus.AwaitingApproval } => " · awaiting your answer",
        { Status: PositionStatus.Closing } => " · closing",
        { Management: Management.Watched } => " · watched only",
        { Management: Management.Ignored } => " · ignored",
        { Status: PositionStatus.Open } => "",
        _ => " · ended",
    };
}
