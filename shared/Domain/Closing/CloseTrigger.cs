using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Closing;

/// <summary>Why a closing began, and the market it began in.</summary>
/// <param name="Reason">The rule, or the owner.</param>
/// <param name="Urgency">How hard to press.</param>
/// <param name="Authority">Who wants it.</param>
/// <param name="RequestedBy">The rule's or the user's name, for the audit.</param>
/// <param name="At">The broker's clock.</param>
/// <param name="Bid">USD per share at the trigger; null if unknown.</param>
/// <param name="Ask">USD per share at the trigger; null if unknown.</param>
/// <param name="Price">The closing side then; null if unknown.</param>
/// <param name="Value">What the rule measured; null for the owner's close.</param>
/// <param name="Threshold">What it was compared with.</param>
public sealed record CloseTrigger(
    ExitReason Reason,
    Urgency Urgency,
    CloseAuthority Authority,
    string RequestedBy,
    DateTimeOffset At,
    decimal? Bid,
    decimal? Ask,
    decimal? Price,
    decimal? Value,
    decimal? Threshold)
{
    /// <summary>Of being exercised at the trigger, a fraction from 0 to 1; null if it was not known, or nothing expired that day.</summary>
    public decimal? Risk { get; init; }

    /// <summary>Halfway between the sides at the trigger, USD per share; null unless both were quoted.</summary>
    public decimal? Mid => (Bid + Ask) / 2;

    /// <summary>What closing a position of a side cost at the trigger, USD per share and unit: debit positive. Null if unknown.</summary>
    public decimal? Cost(Positions.PositionSide side) => side == Positions.PositionSide.Long ? -Price : Price;
}
