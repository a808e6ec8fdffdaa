using System.Globalization;
using ExitDesk.Domain.Exits;

namespace ExitDesk.Engine.Telling;

/// <summary>What a rule found when it fired, in words.</summary>
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
        ExitReason.ExerciseRisk => $"{Moneyness(value)}, closes from {Moneyness(threshold)}",
        ExitReason.TrailingStop => $"return {Figures.Percent(value)} ≤ {Figures.Percent(threshold)}, its best less what may be given back",
        ExitReason.UnderlyingMove => $"underlying moved {Move(value)} the position, limit {Fraction(Size(threshold) ?? 0)}",
        ExitReason.DayTradeClose => value >= 0
            ? $"{Number(value)} min to the session's last exit, day trades close at {Number(threshold)} min"
            : $"{Number(-value)} min past the session's last exit, day trades close at {Number(threshold)} min before it",
        ExitReason.ExpirationRisk => $"{Counted(value, "trading day")} to expiration ≤ {Number(threshold)}",
        ExitReason.DaysToExpiration => $"{Counted(value, "day")} to expiration ≤ {Number(threshold)}",
        ExitReason.AssignmentRisk => $"extrinsic value {Dollars(value)} of a short leg in the money, at risk from {Dollars(threshold)} down",
        ExitReason.MaxHold => $"held {Number(value)} ≥ {Number(threshold)}, in the plan's unit (calendar days or trading minutes)",
    };

    /// <summary>For instance <c>2.00×</c>; unknown is <c>–</c>.</summary>
    internal static string Multiple(decimal? value) =>
        value is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) + "×" : "–";

    /// <summary>For instance <c>1.2 % in the money</c>; unknown is said so.</summary>
    internal static string Moneyness(decimal? value) => value switch
    {
        null => "moneyness unknown",
        0 => "at the money",
        > 0 => $"{Fraction(value.Value)} in the money",
        _ => $"{Fraction(-value.Value)} out of the money",
    };

    /// <summary>For instance <c>1 trading day</c>, <c>3 trading days</c>.</summary>
    internal static string Counted(decimal? value, string unit) => $"{Number(value)} {unit}{(value == 1 ? "" : "s")}";

    /// <summary>For instance <c>3.1 % against</c>: the position, or for it.</summary>
    internal static string Move(decimal? value) => $"{Fraction(Size(value) ?? 0)} {(value < 0 ? "against" : "for")}";

    /// <summary>A count or minutes, to a tenth where that says something.</summary>
    internal static string Number(decimal? value) => value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";

    internal static string Dollars(decimal? value) => value is { } dollars ? Figures.Signed(dollars).TrimStart('+') : "–";

    private static decimal? Size(decimal? value) => value is { } known ? Math.Abs(known) : null;

    /// <summary>For instance <c>57.0 %</c>.</summary>
    internal static string Fraction(decimal value) => (value * 100).ToString("0.0#", CultureInfo.InvariantCulture) + " %";
}
