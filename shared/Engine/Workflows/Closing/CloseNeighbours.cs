using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Reading;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>What else the ledger has in the contracts of a closing: openings, other positions, and their closings.</summary>
/// <remarks>A row that cannot be read claims nothing: one bad row must not hold back the stops of all others.</remarks>
public sealed class CloseNeighbours(DeskLedger documents)
{
    // Many closings that look at the same time read one list.
    private readonly SharedRead<ValueTuple, IReadOnlyList<Position>> _positions = new(async _ =>
        [.. (await documents.ReadablePositionsAsync([], CancellationToken.None).ConfigureAwait(false)).Select(stored => stored.Value)]);

    /// <summary>True if an order of the desk may be opening a contract of it, or if another live position has it: then the ledger alone does not
    /// say what may be closed. An opening counts for ten seconds only: what cannot be read because of it must not delay an exit for longer.</summary>
    public async Task<bool> AreAnyAsync(PositionClosing closing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var openings = now - closing.StartedAt < CloseLimits.BetweenLooks ? await documents.ReadableOpeningsAsync([], cancellationToken).ConfigureAwait(false) : [];
        return openings.Any(opening => opening.Legs.Any(leg => IsOf(closing, leg.Symbol)))
            || (await _positions.ReadAsync(default).ConfigureAwait(false)).Any(position => IsNeighbour(position, closing));
    }

    /// <summary>A complete look that knows what other closings sent, and what other positions need. It fails while another one's order that
    /// would look like the one that is looked for is on its way.</summary>
    public async Task<BrokerRead<CloseLook>> WithAsync(CloseLook look, PositionClosing closing, CancellationToken cancellationToken)
    {
        var positions = await _positions.ReadAsync(default).ConfigureAwait(false);
        var isShared = positions.Any(position => IsNeighbour(position, closing));
        var isStrange = look.Orders.Any(order => order.IsWorking && closing.Orders.All(own => own.Id != order.Id));

        // An order without an id of ours is known by its looks, and one that another closing sent in the same contract looks the same.
        var isAsked = closing.LastAttempt is { ClientOrderId: null } last && (last.IsOpenQuestion || last.IsFoundByLooking);
        if (!isShared && !isStrange && !isAsked)
        {
            return BrokerRead<CloseLook>.Of(look);
        }

        var closings = (await documents.ReadableClosingsAsync([], cancellationToken).ConfigureAwait(false)).Select(stored => stored.Value).ToList();
        return isAsked && OtherClosings.UnderWay(closings, closing, look.At) is { } other
            ? BrokerRead<CloseLook>.Failed($"orders of {closing.LegOf(closing.LastAttempt!).Symbol}: one of closing {other.Id} is on its way and would look the same")
            : BrokerRead<CloseLook>.Of(OtherClosings.In(look, closings, closing) with { Covering = CoverClaims.Of(positions, closings, closing.PositionId) });
    }

    private static bool IsNeighbour(Position position, PositionClosing closing) =>
        position.Id != closing.PositionId && position.Status.IsLive() && position.Legs.Any(leg => IsOf(closing, leg.Symbol));

    private static bool IsOf(PositionClosing closing, string symbol) => closing.Legs.Any(leg => leg.Symbol == symbol);
}
