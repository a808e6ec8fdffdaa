using System.Globalization;
using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Engine.Telling;

/// <summary>Names of things, for people.</summary>
public static class Titles
{
    /// <summary>For instance <c>GOOG 24 Dec 750 C ×2</c>, or <c>SPY 18 Dec 590/585 put credit spread ×1</c>.</summary>
    public static string Of(Position position) => Of(position.Structure);

    public static string Of(PositionClosing closing) => Of(closing.Structure);

    public static string Of(Structure structure) => $"{Name(structure)} ×{Figures.Quantity(structure.Units)}";

    public static string Of(string symbol, decimal quantity) => $"{Name(symbol)} ×{Figures.Quantity(quantity)}";

    /// <summary>A structure in words: one leg as its contract; several by days, strikes from high to low, and what they are.</summary>
    public static string Name(Structure structure)
    {
        var legs = structure.ClosingLegs;
        if (legs.Count == 1)
        {
            return Name(legs[0].Symbol);
        }

        var contracts = legs.Select(leg => leg.Contract).OfType<OptionContract>().ToList();
        var days = contracts.Select(contract => contract.Expiration).Distinct().Order();
        var strikes = contracts.Select(contract => contract.Strike).Distinct().OrderDescending();
        return $"{structure.Underlying} {string.Join("/", days.Select(Day))} "
            + $"{string.Join("/", strikes.Select(strike => strike.ToString("0.###", CultureInfo.InvariantCulture)))} {Kind(structure)}";
    }

    /// <summary>A contract in words: underlying, day, strike, right; a stock by its symbol.</summary>
    public static string Name(string symbol) => OccSymbol.TryParse(symbol, out var contract, out _)
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{contract.Root} {Day(contract.Expiration)} {contract.Strike:0.###} {(contract.Right == OptionRight.Call ? 'C' : 'P')}")
        : symbol;

    /// <summary>For instance <c>long call</c>.</summary>
    public static string Kind(Position position) => Kind(position.Structure);

    /// <summary>What follows a title: <c> (long call)</c>; nothing where the title of several legs says it already.</summary>
    public static string KindNote(Position position) => position.Structure.ClosingLegs.Count == 1 ? $" ({Kind(position)})" : "";

    public static string Kind(Structure structure) => structure.Kind switch
    {
        StructureKind.LongOption => $"long {Right(structure)}",
        StructureKind.CashSecuredPut => "short put",
        StructureKind.CoveredCall => "covered call",
        StructureKind.NakedCall => "short call, not covered",
        StructureKind.VerticalCredit => $"{Right(structure)} credit spread",
        StructureKind.VerticalDebit => $"{Right(structure)} debit spread",
        StructureKind.IronCondor => "iron condor",
        StructureKind.Straddle => $"{Way(structure)} straddle",
        StructureKind.Strangle => $"{Way(structure)} strangle",
        StructureKind.CalendarSpread => $"{Right(structure)} calendar",
        StructureKind.Stock => structure.Side == PositionSide.Long ? "stock" : "short stock",
        StructureKind.Custom => "position",
    };

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string Right(Structure structure) => structure.ClosingLegs[0].Contract?.Right == OptionRight.Put ? "put" : "call";

    private static string Way(Structure structure) => structure.Side == PositionSide.Long ? "long" : "short";

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
        $"{switches.Mode} mode, {State(switches)}";

    private static string State(State.DeskSwitches switches) => switches.State switch
    {
        Domain.Sessions.TradingState.Halted => "trading HALTED",
        Domain.Sessions.TradingState.Reducing => switches.AllowsAutomaticOrders ? "closes only" : "closes only, no automatic orders",
        Domain.Sessions.TradingState.Active => switches.AllowsAutomaticOrders ? "orders allowed" : "no automatic orders",
    };

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
        Domain.Positions.Management.Ignored => "ignored, never evaluated",
    };
}
