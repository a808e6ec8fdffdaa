using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;

namespace ExitDesk.Domain.Overrides;

/// <summary>What the owner's answer came to. Pure.</summary>
public static class OwnersEnd
{
    private const string Gone = "its record is gone";

    /// <summary>Of a close that the owner asked for: counted for what it filled.</summary>
    /// <param name="open">An approval or an own close.</param>
    /// <param name="closing">The closing that it began; null if the ledger has it no more.</param>
    public static OwnerOverride Follow(OwnerOverride open, PositionClosing? closing) =>
        closing is null ? open with { Untellable = Gone }
        : closing.End is null ? open
        : OwnersSide.OfClose(closing) is { } side ? open with { Owners = side }
        : open with { Untellable = closing.HasFills ? "its legs were not filled in ratio" : "nothing was filled" };

    /// <summary>Of a position that the owner left open: all that was held then, to its end, whoever ended it.</summary>
    /// <param name="open">A rejection, a snooze or a keep.</param>
    /// <param name="position">As it is now; null if the ledger has it no more.</param>
    /// <param name="leftOut">Legs that its last close left to expire, because nobody bid for them: they count as nothing.</param>
    public static OwnerOverride Follow(OwnerOverride open, Position? position, params IReadOnlyList<string> leftOut)
    {
        if (position is null)
        {
            return open with { Untellable = Gone };
        }

        if (position.EntryValue != open.Held.EntryValue || position.Quantity > open.Held.Quantity)
        {
            return open with { Untellable = "the position was changed meanwhile" };
        }

        return position.Status switch
        {
            PositionStatus.Open or PositionStatus.AwaitingApproval or PositionStatus.Closing => open,
            PositionStatus.Regrouped => open with { Untellable = "its legs became parts of other positions" },
            PositionStatus.Closed or PositionStatus.ClosedElsewhere or PositionStatus.Liquidated or PositionStatus.Expired =>
                position.UnexplainedQuantity > 0 ? open : Ended(open, position, -EntryOf(position, leftOut)),
            PositionStatus.Exercised or PositionStatus.Assigned => position.UnexplainedQuantity > 0 ? open : Delivered(open, position),
        };
    }

    // They are no part of the result, and so their entry was not brought back by anything.
    private static decimal EntryOf(Position position, IReadOnlyList<string> legs) => position.Structure.ClosingLegs
        .Where(leg => legs.Contains(leg.Symbol))
        .Sum(leg => leg.Ratio * leg.EntryPrice * position.Quantity * leg.Multiplier);

    // Shares moved at the strike: what that was worth, the underlying's close tells. Until that is read it is waited for.
    private static OwnerOverride Delivered(OwnerOverride open, Position position) =>
        open is not { FinalUnderlying: { } underlying, ExpiredAt: { } expiredAt } ? open
        : position.EndedAt < expiredAt ? open with { Untellable = "it was assigned or exercised before its expiration" }
        : ExpiryValue.Of(open.Held.Structure, underlying) is { } value ? Ended(open, position, value * position.Quantity * position.Multiplier)
        : open with { Untellable = "what its legs came to at the expiration is more than a price tells" };

    // The ledger's result is against the entry: what was paid for all of it is no part of what its end brought.
    private static OwnerOverride Ended(OwnerOverride open, Position position, decimal left)
    {
        if (position.RealizedPnl is not { } realized)
        {
            return open with { Untellable = "its result is not known" };
        }

        var held = open.Held;
        var cash = realized - (held.RealizedPnl ?? 0) + held.EntryValue * held.Quantity * held.Multiplier + left;
        return open with { Owners = new OwnersSide(held.Quantity, OwnersSide.Cents(cash)) };
    }
}
