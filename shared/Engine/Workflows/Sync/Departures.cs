using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Ends positions that the broker no longer holds though the desk did not close them.</summary>
public sealed class Departures(IBroker broker, ILedger ledger, DeskCommits commits, ILogger<Departures> logger)
{
    /// <summary>Explains and ends a position that at least two reads did not list. A failed explanation changes nothing yet.</summary>
    public async Task EndAsync(Stored<Position> position, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await ExplainAsync(position.Value, [], moment, cancellationToken).ConfigureAwait(false) is not { } departure)
        {
            return;
        }

        var ended = Ended(position.Value, departure, moment.Now);
        await RecordTradeAsync(ended, departure, moment.Now, cancellationToken).ConfigureAwait(false);
        var batch = new LedgerBatch().Replace(LedgerKeys.Position(ended.Id), ended, position.Version);
        Announce(batch, ended, departure, moment.Now);
        await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks for what closed a position.</summary>
    /// <param name="position">The one that is gone.</param>
    /// <param name="ownOrders">Orders of ours, whose fills explain nothing here.</param>
    /// <param name="moment">Now.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>Null if the broker did not answer.</returns>
    public async Task<Departure?> ExplainAsync(
        Position position, IReadOnlyCollection<string> ownOrders, MarketMoment moment, CancellationToken cancellationToken)
    {
        var fills = await broker.GetFillsAsync(position.FirstSeenAt, cancellationToken).ConfigureAwait(false);
        if (!fills.Succeeded)
        {
            logger.LogWarning("Position {Position} is gone, and its fills cannot be read: {Why}", position.Id, fills.Failure);
            return null;
        }

        var closingSide = position.Side == PositionSide.Long ? OrderSide.Sell : OrderSide.Buy;
        var closedBy = fills.Value
            .Where(fill => fill.Symbol == position.Symbol && fill.Side == closingSide && !ownOrders.Contains(fill.OrderId))
            .ToList();
        if (closedBy.Count > 0)
        {
            return new Departure(PositionStatus.ClosedElsewhere, "Closed by an order that is not ours.", true, closedBy);
        }

        var expired = position.Contract?.Expiration is { } expiration
            && (NewYork.DateOf(moment.Now) > expiration || (NewYork.DateOf(moment.Now) == expiration && !moment.IsOpen));
        return expired
            ? new Departure(PositionStatus.Expired, "Its contract expired.", true, [])
            : new Departure(
                PositionStatus.ClosedElsewhere,
                "The broker no longer lists it and shows no fill that explains it. Please look at your account.",
                false,
                []);
    }

    public static Position Ended(Position position, Departure departure, DateTimeOffset now) => position with
    {
        Status = departure.Status,
        ApprovalToken = null,
        EndedAt = now,
        RealizedPnl = departure.Fills.Count > 0 ? Pnl(position, departure.Fills) : position.RealizedPnl,
    };

    /// <summary>Writes the trade row of fills that were not ours. Writing it twice is writing it once.</summary>
    public async Task RecordTradeAsync(Position position, Departure departure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (departure.Fills.Count == 0)
        {
            return;
        }

        var quantity = departure.Fills.Sum(fill => fill.Quantity);
        var trade = new TradeRecord(
            $"{position.Id}:elsewhere", position.Id, position.Symbol, position.Side, quantity, position.Multiplier, position.EntryPrice,
            departure.Fills.Sum(fill => fill.Quantity * fill.Price) / quantity,
            Domain.Closing.CloseResult.Cash(departure.Fills, position.Multiplier),
            Pnl(position, departure.Fills), null, null, departure.Fills[^1].At, departure.Fills);
        await ledger.AppendAsync([Trades.Row(trade)], cancellationToken).ConfigureAwait(false);
    }

    public static void Announce(LedgerBatch batch, Position ended, Departure departure, DateTimeOffset now) => batch
        .Post(new OutboxEntry($"{ended.Id}:gone", now)
        {
            Notice = new Notice(PositionNotices.Ended(ended, departure.Note, !departure.IsExplained)),
        })
        .Post(Audit.Entry($"{ended.Id}:gone", now, ended.Id, "position-gone", "sync", departure.Note));

    private static decimal Pnl(Position position, IEnumerable<Fill> fills) =>
        Domain.Closing.CloseResult.RealizedPnl(position.Side, position.EntryPrice, position.Multiplier, fills);
}
