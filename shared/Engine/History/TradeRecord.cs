using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Engine.History;

/// <summary>One position's end, or part of it, in money.</summary>
/// <param name="Id">The closing's id, or <c>{position}:elsewhere:{fill}</c> for a fill that was not ours.</param>
/// <param name="PositionId">Whose end.</param>
/// <param name="Symbol">OCC or stock symbol.</param>
/// <param name="Side">Of the position.</param>
/// <param name="Quantity">Contracts or shares that were closed.</param>
/// <param name="Multiplier">Shares per contract.</param>
/// <param name="EntryPrice">USD per share.</param>
/// <param name="ExitPrice">Average over the fills, USD per share.</param>
/// <param name="Cash">What the fills brought (positive) or cost, USD, exact.</param>
/// <param name="RealizedPnl">USD, to the cent, commissions not counted.</param>
/// <param name="Reason">The rule; null if it was not ours.</param>
/// <param name="Trigger">Of our closing; null if it was not ours.</param>
/// <param name="EndedAt">UTC.</param>
/// <param name="Fills">Each with the broker's id.</param>
public sealed record TradeRecord(
    string Id,
    string PositionId,
    string Symbol,
    PositionSide Side,
    decimal Quantity,
    int Multiplier,
    decimal EntryPrice,
    decimal ExitPrice,
    decimal Cash,
    decimal RealizedPnl,
    ExitReason? Reason,
    CloseTrigger? Trigger,
    DateTimeOffset EndedAt,
    IReadOnlyList<Fill> Fills)
{
    /// <summary>Expired, exercised or assigned where no trade ended it: then there are no fills and no cash; null for trades.</summary>
    public PositionStatus? Ending { get; init; }

    /// <summary>What its owner traded the position for; null if untagged.</summary>
    public string? Strategy { get; init; }
}
