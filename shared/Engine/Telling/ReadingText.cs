using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>Each rule's reading in a line: what it measures, where it fires, and how far that is.</summary>
internal static class ReadingText
{
    /// <summary>Rules that are on, one line each in their order; those that are off together in the last.</summary>
    public static IEnumerable<string> Lines(PositionLook look)
    {
        foreach (var reading in look.Readings.Where(static reading => reading.Enabled))
        {
            yield return Line(reading, look);
        }

        var off = look.Readings.Where(static reading => !reading.Enabled).Select(static reading => Titles.Reason(reading.Rule)).ToList();
        if (off.Count > 0)
        {
            yield return $"Off: {string.Join(", ", off)}";
        }
    }

    /// <summary>For instance <c>• stop loss: return -5.0 %, fires at -25.0 % = bid 1.50, 0.40 away</c>.</summary>
    public static string Line(RuleReading reading, PositionLook look)
    {
        var body = reading.Decision.Kind == DecisionKind.Undecided
            ? $"cannot tell, {Html.Escape(reading.Decision.Why)}{(reading.FiresAt is { } price ? $"; fires at {Side(look)} {Figures.Cents(price)}" : "")}"
            : Body(reading, look);
        return $"{Icon(reading, look)} {Titles.Reason(reading.Rule)}: {body}{Reach(reading, look)}{Source(reading, look)}{Suffix(reading, look)}";
    }

    /// <summary>Which side of the quote a close trades on: <c>bid</c> for what was bought, <c>cost</c> for what was sold.</summary>
    public static string Side(PositionLook look) => look.Position.Side == PositionSide.Long
        ? look.Snapshot.IsJudgedOnMid ? "mid" : "bid"
        : look.Snapshot.IsJudgedOnMid ? "mid cost" : "cost";

    private static string Body(RuleReading reading, PositionLook look) => reading.Rule switch
    {
        ExitReason.Emergency => reading.Decision.Kind == DecisionKind.Close ? "fires, the desk is in mode Emergency" : "fires in mode Emergency only",
        ExitReason.ExerciseRisk => LadderText.Body(reading, look),
        ExitReason.StopLoss => look.Snapshot.IsDebit
            ? $"return {Figures.Percent(reading.Value)}, fires at {Figures.Percent(reading.Threshold)}{Price(reading, look)}"
            : $"loss {RuleText.Multiple(reading.Value)} the credit, fires at {RuleText.Multiple(reading.Threshold)}{Price(reading, look)}",
        ExitReason.TakeProfit => look.Snapshot.IsDebit
            ? $"return {Figures.Percent(reading.Value)}, fires at {Figures.Percent(reading.Threshold)}{Price(reading, look)}"
            : $"{Figures.Percent(reading.Value)} of the credit kept, fires at {Figures.Percent(reading.Threshold)}{Price(reading, look)}",
        ExitReason.TrailingStop => reading.FiresAt is null && reading.Decision.Kind != DecisionKind.Close
            ? $"return {Figures.Percent(reading.Value)}, arms at {Figures.Percent(look.Plan.Plan.TrailingStop.Arm)}"
            : $"return {Figures.Percent(reading.Value)}, fires at {Figures.Percent(reading.Threshold)}{Price(reading, look)}",
        ExitReason.UnderlyingMove => $"{look.Position.Underlying} moved {RuleText.Move(reading.Value)} the position, fires at {Figures.Percent(reading.Threshold)}{Underlying(reading, look, ", ")}",
        ExitReason.DayTradeClose => Time(reading, look),
        ExitReason.ExpirationRisk => $"{RuleText.Counted(reading.Value, "trading day")} left, fires at {RuleText.Number(reading.Threshold)}: {Time(reading, look)}",
        ExitReason.DaysToExpiration => $"{RuleText.Counted(reading.Value, "day")} left, fires at {RuleText.Number(reading.Threshold)}: {Time(reading, look)}",
        ExitReason.AssignmentRisk => Assignment(reading, look),
        ExitReason.MaxHold => $"held {RuleText.Counted(reading.Value, Unit(look))}, fires at {RuleText.Number(reading.Threshold)}: {Time(reading, look)}",
        ExitReason.OwnerRequest => "",
    };

    private static string Reach(RuleReading reading, PositionLook look) => reading.Rule switch
    {
        ExitReason.TakeProfit => ReachText.Of(look.Position, look.Plan.Plan.TakeProfit.Target),
        ExitReason.TrailingStop => ReachText.Of(look.Position, look.Plan.Plan.TrailingStop.Arm),
        ExitReason.Emergency or ExitReason.ExerciseRisk or ExitReason.StopLoss or ExitReason.UnderlyingMove or ExitReason.DayTradeClose
            or ExitReason.ExpirationRisk or ExitReason.DaysToExpiration or ExitReason.AssignmentRisk or ExitReason.MaxHold or ExitReason.OwnerRequest => null,
    } is { } text ? "; " + text : "";

    private static string Price(RuleReading reading, PositionLook look)
    {
        if (reading.FiresAt is not { } price)
        {
            return ", which no price reaches";
        }

        var away = reading.Decision.Kind == DecisionKind.Close ? ", past it" : reading.Distance is { } distance ? $", {Figures.Cents(distance)} away" : "";
        return $" = {Side(look)} {Figures.Cents(price)}{away}{(reading.Decision.Kind == DecisionKind.Close ? "" : Underlying(reading, look, " ≈ "))}";
    }

    private static string Underlying(RuleReading reading, PositionLook look, string lead)
    {
        if (reading.UnderlyingDistance is not { } distance)
        {
            return "";
        }

        var share = look.Snapshot.Underlying.Price is { } price and > 0 ? $" ({Figures.Percent(distance / price)})" : "";
        return reading.Decision.Kind == DecisionKind.Close ? ", past it" : $"{lead}{Html.Escape(look.Position.Underlying)} {Figures.Signed(distance)}{share}";
    }

    private static string Time(RuleReading reading, PositionLook look)
    {
        if (reading.Decision.Kind == DecisionKind.Close)
        {
            return look.NotAnew == PositionLook.Closed ? $"fires at the open, {Clock(look.Upcoming[0].OpenAt, look)}" : "fires now";
        }

        return reading.FiresAtTime is not { } at ? "does not apply: it was no further out when it was opened, or no session ahead is known"
            : $"{Clock(at, look)} (in {Countdown.Of(at - (look.Now ?? at))})";
    }

    private static string Clock(DateTimeOffset at, PositionLook look) => NewYork.ShortClock(at, look.Now ?? at);

    private static string Assignment(RuleReading reading, PositionLook look) => look.Snapshot.Assignment switch
    {
        { HasShortLegs: false } => "nothing short",
        { IsInTheMoney: false } => $"no short leg is in the money; fires at an extrinsic value of {RuleText.Dollars(reading.Threshold)}",
        _ => $"extrinsic value {RuleText.Dollars(reading.Value)} of a short leg in the money, fires at {RuleText.Dollars(reading.Threshold)}",
    };

    private static string Unit(PositionLook look) => look.Plan.Plan.MaxHold.InTradingMinutes ? "trading minute" : "day";

    private static string Icon(RuleReading reading, PositionLook look) => reading.Decision.Kind switch
    {
        DecisionKind.Close => "🔴",
        DecisionKind.Undecided => "⚠️",
        DecisionKind.Hold => Nearness.Of(reading, look) <= Nearness.Near ? "🟡" : "•",
    };

    private static string Source(RuleReading reading, PositionLook look) =>
        Paths(reading, look).Select(look.Plan.SourceOf).FirstOrDefault(static source => source != Domain.Plans.MergedPlan.BuiltIn) is { } source
            ? $" <i>({Html.Escape(source)})</i>"
            : "";

    private static IReadOnlyList<string> Paths(RuleReading reading, PositionLook look) => reading.Rule switch
    {
        ExitReason.StopLoss => look.Snapshot.IsDebit ? ["stopLoss.debitLoss"] : ["stopLoss.creditMultiple", "stopLoss.maximumLossShare"],
        ExitReason.TakeProfit => ["takeProfit.target"],
        ExitReason.TrailingStop => ["trailingStop.giveBack", "trailingStop.arm", "trailingStop.enabled"],
        ExitReason.UnderlyingMove => ["underlyingMove.against", "underlyingMove.for", "underlyingMove.enabled"],
        ExitReason.DayTradeClose => ["dayTradeClose.latest", "dayTradeClose.before", "dayTradeClose.enabled"],
        ExitReason.ExpirationRisk => ["expirationRisk.tradingDays"],
        ExitReason.DaysToExpiration => ["daysToExpiration.days"],
        ExitReason.AssignmentRisk => ["assignmentRisk.extrinsic"],
        ExitReason.MaxHold => ["maxHold.limit", "maxHold.enabled"],
        ExitReason.Emergency or ExitReason.ExerciseRisk or ExitReason.OwnerRequest => [],
    };

    // Its card lapses with the session that it is asked in: the present one, or the next one while the market is closed.
    private static string AskedOnce(RuleReading reading, PositionLook look)
    {
        var until = look.Upcoming is [var session, ..] ? $", until {Clock(session.CloseAt, look)}" : ", until the session closes";
        var deep = reading is { Rule: ExitReason.StopLoss, Approval: Approval.Act } ? QuestionCards.ClosesAtOnce(look.Position) : "";
        return $"; asks once{until}, because it was past its limit when the desk became Active; then {QuestionCards.OnceAsked(reading.Approval) ?? "asks as its plan says"}{deep}";
    }

    private static string Suffix(RuleReading reading, PositionLook look)
    {
        var silence = reading.IsSilenced ? look.Position.Silences.LastOrDefault(silence => silence.Rule == reading.Rule && !(silence.Until <= look.Now)) : null;
        var silent = silence is not null ? $"; silent until {Clock(silence.Until, look)}" : "";
        if (look.Position.AskOnce.Contains(reading.Rule))
        {
            return silent + AskedOnce(reading, look);
        }

        return silent + reading.Approval switch
        {
            Approval.Act => "",
            Approval.AskThenAct => $"; asks, acts after {Countdown.Of(look.Plan.Plan.PlanOf(reading.Rule)?.Patience ?? RulePlan.DefaultPatience)}",
            Approval.Ask => "; asks first",
        };
    }
}
