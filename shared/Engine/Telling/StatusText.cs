using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>A position in two or three lines.</summary>
public static class StatusText
{
    /// <summary>Nearest to firing first within an underlying; what is past a threshold, then what cannot tell at the end.</summary>
    public static IEnumerable<PositionLook> Sorted(IEnumerable<PositionLook> looks) => looks
        .OrderBy(look => look.Position.Underlying, StringComparer.Ordinal)
        .ThenBy(look => Nearness.Nearest(look) is { } nearest ? Nearness.Of(nearest, look)!.Value : decimal.MaxValue)
        .ThenBy(look => look.Position.Id, StringComparer.Ordinal);

    /// <summary>The lines of one position.</summary>
    public static IEnumerable<string> Lines(PositionLook look)
    {
        var position = look.Position;
        yield return $"<b>{Html.Escape(Titles.Of(position))}</b>{Titles.KindNote(position)}{State(position)}";
        yield return look.Snapshot.ClosingValue is { } value
            ? $"  {Figures.Price(position.EntryPrice)} → {Figures.Price(Math.Abs(value))}  {Figures.Signed(look.Pnl!.Value)} ({Figures.Percent(look.Return)})"
            : $"  entry {Figures.Price(position.EntryPrice)}, no quote";
        if (position.IsOption && position.Management is Management.Managed or Management.Watched)
        {
            yield return "  " + string.Join(" · ", Distances(look));
        }
    }

    /// <summary>Profit or loss of all that is shown, USD; what has no quote is counted, not taken for nothing.</summary>
    public static string Unrealized(IReadOnlyCollection<PositionLook> looks)
    {
        var unknown = looks.Count(look => look.Pnl is null);
        var known = looks.Any(look => look.Pnl is not null) ? Figures.Signed(looks.Sum(look => look.Pnl ?? 0)) : "unknown";
        return $"Unrealized {known}{(unknown > 0 && unknown < looks.Count ? $", {unknown} without a quote" : "")}";
    }

    private static IEnumerable<string> Distances(PositionLook look)
    {
        var priced = look.Readings.Where(reading => reading is { Enabled: true, Rule: ExitReason.StopLoss or ExitReason.TakeProfit }).ToList();
        foreach (var reading in priced)
        {
            yield return Distance(reading);
        }

        if (Nearness.Nearest(look) is { } nearest && !priced.Contains(nearest) && nearest.Rule != ExitReason.Emergency)
        {
            yield return Soonest(nearest, look);
        }

        if (look.IsExpiring && LadderText.Deadline(look) is { } deadline && look.Now is { } now)
        {
            yield return deadline > now
                ? $"⏰ expires {Clock(look.Upcoming[0].OpenAt, now)}, deadline {NewYork.ShortClock(deadline, now)} (in {Countdown.Of(deadline - now)})"
                : $"⏰ past its deadline of {NewYork.ShortClock(deadline, now)}";
        }
    }

    private static string Clock(DateTimeOffset openAt, DateTimeOffset now) => NewYork.DateOf(openAt) == NewYork.DateOf(now)
        ? "today"
        : NewYork.DateOf(openAt).ToString("ddd d MMM", System.Globalization.CultureInfo.InvariantCulture);

    private static string Soonest(RuleReading reading, PositionLook look) =>
        reading.Decision.Kind == DecisionKind.Close ? $"{Titles.Reason(reading.Rule)} fires"
        : reading.FiresAt is { } price ? $"{Titles.Reason(reading.Rule)} {Figures.Cents(price)} ({Figures.Cents(reading.Distance)} away)"
        : $"{Titles.Reason(reading.Rule)} {NewYork.ShortClock(reading.FiresAtTime!.Value, look.Now ?? reading.FiresAtTime.Value)}";

    private static string Distance(RuleReading reading)
    {
        var name = reading.Rule == ExitReason.StopLoss ? "stop" : "target";
        return reading.FiresAt is not { } price ? $"{name} –"
            : $"{name} {Figures.Price(Math.Round(price, 2))} ({Away(reading)})";
    }

    private static string Away(RuleReading reading) => reading.Distance switch
    {
        null => "no usable quote",
        0 => "past it",
        { } distance => $"{Figures.Price(Math.Round(distance, 2))} away",
    };

    private static string State(Position position) => position switch
    {
        { Management: Management.Ignored } => " · ignored",
        { Management: not (Management.Managed or Management.Watched) } => " · not managed",
        { Status: PositionStatus.AwaitingApproval } => " · awaiting your answer",
        { Status: PositionStatus.Closing } => " · closing",
        { Management: Management.Watched } => " · watched only",
        { Status: PositionStatus.Open } => "",
        _ => " · ended",
    };
}
