using System.Globalization;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.Telling;

/// <summary>Names of things, for people.</summary>
public static class Titles
{
    /// <summary>For instance <c>GOOG 24 Dec 750 C ×2</c>.</summary>
    public static string Of(Position position) => Of(position.Symbol, position.Quantity);

    public static string Of(string symbol, decimal quantity) => $"{Name(symbol)} ×{Figures.Quantity(quantity)}";

    /// <summary>A contract in words: underlying, day, strike, right; a stock by its symbol.</summary>
    public static string Name(string symbol) => OccSymbol.TryParse(symbol, out var contract, out _)
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{contract.Root} {contract.Expiration:d MMM} {contract.Strike:0.###} {(contract.Right == OptionRight.Call ? 'C' : 'P')}")
        : symbol;

    /// <summary>For instance <c>(long call)</c>.</summary>
    public static string Kind(Position position) => (position.Side, position.Contract?.Right) switch
    {
        (PositionSide.Long, OptionRight.Call) => "long call",
        (PositionSide.Long, OptionRight.Put) => "long put",
        (PositionSide.Short, OptionRight.Call) => "short call",
        (PositionSide.Short, OptionRight.Put) => "short put",
        (PositionSide.Long, _) => "stock",
        (PositionSide.Short, _) => "short stock",
        _ => "position",
    };

    public static string Reason(ExitReason reason) => reason switch
    {
        ExitReason.Emergency => "emergency",
        ExitReason.ExerciseRisk => "exercise risk",
        ExitReason.StopLoss => "stop loss",
        ExitReason.TakeProfit => "take profit",
        ExitReason.TrailingStop => "trailing stop",
        ExitReason.UnderlyingMove => "underlying move",
        ExitReason.DayTradeClose => "day-trade close",
        ExitReason.ExpirationRisk => "expiration risk",
        ExitReason.DaysToExpiration => "days to expiration",
        ExitReason.AssignmentRisk => "assignment risk",
        ExitReason.MaxHold => "maximum hold",
        ExitReason.OwnerRequest => "your close",
    };

    /// <summary>The same text with a capital first letter.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Mode and trading state, for instance <c>Active mode, orders allowed</c>.</summary>
    public static string Switches(State.DeskSwitches switches) =>
        $"{switches.Mode} mode, {(switches.State == Domain.Sessions.TradingState.Halted ? "trading HALTED" : switches.AllowsAutomaticOrders ? "orders allowed" : "no automatic orders")}";

    public static string Icon(ExitReason reason) => reason switch
    {
        ExitReason.OwnerRequest => "⚪",
        ExitReason.Emergency or ExitReason.ExerciseRisk or ExitReason.StopLoss or ExitReason.TrailingStop or ExitReason.UnderlyingMove => "🔴",
        ExitReason.TakeProfit => "🟢",
        ExitReason.AssignmentRisk or ExitReason.ExpirationRisk => "🟠",
        ExitReason.DayTradeClose or ExitReason.DaysToExpiration or ExitReason.MaxHold => "🟡",
    };

    public static string Management(Management management) => management switch
    {
        Domain.Positions.Management.Managed => "managed",
        Domain.Positions.Management.Watched => "watched, never traded by itself",
        Domain.Positions.Management.NotManagedYet => "not managed yet",
    };
}
