using ExitDesk.Domain.Exits;

namespace ExitDesk.Engine.Telling;

/// <summary>Rules and what they found, in words.</summary>
public static class RuleText
{
    /// <summary>For instance <c>return -25.1 % ≤ -25.0 %</c>.</summary>
    public static string Fired(ExitReason reason, decimal? value, decimal? threshold) => reason switch
    {
        ExitReason.OwnerRequest => "you asked for it",
        ExitReason.StopLoss when threshold > 0 => $"loss {Multiple(value)} ≥ {Multiple(threshold)} the credit",
        ExitReason.StopLoss => $"return {Figures.Percent(value)} ≤ {Figures.Percent(threshold)}",
        ExitReason.TakeProfit => $"gain {Figures.Percent(value)} ≥ {Figures.Percent(threshold)}",
        ExitReason.Emergency => "the desk is in mode Emergency",
        ExitReason.ExerciseRisk when value is null => "in the money as far as is known: the underlying has no price",
        ExitReason.ExerciseRisk => $"moneyness {Figures.Percent(value)}, closes from {Figures.Percent(threshold)}",
        ExitReason.TrailingStop => $"return {Figures.Percent(value)} ≤ {Figures.Percent(threshold)}, its best less what may be given back",
        ExitReason.UnderlyingMove => $"underlying moved {Figures.Percent(value)}, limit {Figures.Percent(threshold)}",
        ExitReason.DayTradeClose => "day trades end before the close",
        ExitReason.ExpirationRisk => $"{Count(value)} trading days to expiration ≤ {Count(threshold)}",
        ExitReason.DaysToExpiration => $"{Count(value)} days to expiration ≤ {Count(threshold)}",
        ExitReason.AssignmentRisk => $"extrinsic value {Figures.Cents(value)}, at risk at {Figures.Cents(threshold)}",
        ExitReason.MaxHold => $"held {Count(value)}, limit {Count(threshold)}",
    };

    /// <summary>One line of "why": value, threshold, price and distance.</summary>
    public static string Line(RuleReading reading)
    {
        var name = Titles.Reason(reading.Rule);
        if (!reading.Enabled)
        {
            return $"{name}: off";
        }

        if (reading.Decision.Kind == DecisionKind.Undecided)
        {
            return $"{name}: cannot tell, {Html.Escape(reading.Decision.Why)}";
        }

        var now = reading.Threshold > 0 && reading.Rule == ExitReason.StopLoss ? Multiple(reading.Value) : Figures.Percent(reading.Value);
        var at = reading.Threshold > 0 && reading.Rule == ExitReason.StopLoss ? Multiple(reading.Threshold) : Figures.Percent(reading.Threshold);
        var state = reading.Decision.Kind == DecisionKind.Close ? "past it" : $"{Figures.Cents(reading.Distance)} away";
        return $"{name}: {now}, fires at {at} (price {Figures.Cents(reading.FiresAt)}, {state})";
    }

    private static string Count(decimal? value) =>
        value?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "–";

    private static string Multiple(decimal? value) =>
        value is { } number ? number.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + "×" : "–";
}
