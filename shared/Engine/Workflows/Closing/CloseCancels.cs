using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Cancels an order of a closing whose time is over, or one that stands in its way: written first, then asked.</summary>
/// <remarks>What the owner had in the market is told and remembered. An entry of the desk only makes way: its own protocol finds it cancelled;
/// and a close whose ledger was lost is nobody's to be put back.</remarks>
public sealed class CloseCancels(IBroker broker, CloseProgress progress, ILogger<CloseCancels> logger)
{
    public async Task CancelAsync(Stored<PositionClosing> closing, Order order, MarketMoment moment, CancellationToken cancellationToken)
    {
        var isOurs = closing.Value.Orders.Any(own => own.Id == order.Id);
        var isOwners = !isOurs && !order.IsNamedOpening() && (!order.IsNamedClosing() || ClientOrderIds.IsReturn(order.ClientOrderId));
        var isFirst = closing.Value.CancelRequests.All(request => request.OrderId != order.Id);
        var asked = closing.Value with { CancelRequests = ClosingMemory.With(closing.Value.CancelRequests, new CancelRequest(order.Id, moment.Now)) };
        asked = isFirst && isOwners ? asked with { Displaced = [.. asked.Displaced, new DisplacedOrder(order, moment.Now)] } : asked;
        var eventId = $"{asked.Id}:cancel:{order.Id}:r{asked.Revision}";
        var entries = new List<OutboxEntry>
        {
            Audit.Entry(
                eventId, moment.Now, asked.PositionId, "order-cancelled", asked.Trigger.RequestedBy,
                $"Order {order.Id} {Why(closing.Value, order, isOurs)}."),
        };
        if (isFirst && isOwners)
        {
            entries.Add(new OutboxEntry(eventId + ":told", moment.Now) { Notice = new Notice(Holds(asked, order) ? ClosingCards.FreesQuantity(asked, order.Id) : ClosingCards.ClearsOtherSide(asked, order.Id)) });
        }

        var round = new DeliveryRound();
        var until = moment.Now + CloseLimits.Pause(TimeSpan.Zero);
        if (await progress.WriteAsync(closing with { Value = asked }, until, moment, entries, round, cancellationToken).ConfigureAwait(false) is { } written)
        {
            var outcome = await broker.CancelOrderAsync(order.Id, cancellationToken).ConfigureAwait(false);
            logger.LogInformation("Cancel of {Order}: {Outcome}", order.Id, outcome);
            await progress.ScheduleAsync(written.Value, moment, cancellationToken).ConfigureAwait(false);
            await progress.TellAsync(round, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Why(PositionClosing closing, Order order, bool isOurs) =>
        isOurs ? "had its time"
        : Holds(closing, order) ? "held the quantity"
        : order.IsNamedOpening() ? "was to open more of it: an entry makes way for a close"
        : "stood on the other side";

    private static bool Holds(PositionClosing closing, Order order) => closing.Legs.Any(leg => order.Works(leg.Symbol, leg.ClosingSide()));
}
