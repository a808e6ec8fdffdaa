using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>Tells, once a position and day, what becomes of the owner's stop orders that rest in it when T-2 begins.</summary>
/// <remarks>
/// Where the ladder closes, they become that close: it is the closing that cancels what holds the quantity, waits until it is
/// confirmed, and sells. Nobody else cancels them, so that nothing is cancelled without a close that takes its place: a stop in
/// a contract further out of the money than T2 stays, and so does every stop while nothing may be closed.
/// </remarks>
public sealed class RestingStops(IBrokerReads broker)
{
    /// <summary>Adds to a batch what the owner is to read, if T-2 has come and it was not said.</summary>
    /// <returns>The watch as it is once the batch stands; unchanged if the broker's orders cannot be read: the next cycle reads again.</returns>
    public async Task<ExpiryWatch> TellAsync(LedgerBatch batch, ExpiryView view, ExpiryWatch watch, CancellationToken cancellationToken)
    {
        if (view.Assessment.Rung < ExpiryRung.CloseNow || watch.StopsSeenAt is not null)
        {
            return watch;
        }

        var open = await broker.GetOpenOrdersAsync(cancellationToken).ConfigureAwait(false);
        if (!open.Succeeded)
        {
            return watch;
        }

        var stops = open.Value.Where(order => IsStop(order) && IsIn(order, view)).ToList();
        if (stops.Count > 0)
        {
            var card = ExpiryCards.Resting(view.Position, string.Join(", ", stops.Select(Words)), Fate(view), view.Now);
            var id = $"expiry-stops:{view.Position.Id}:{view.Now.ToUnixTimeMilliseconds()}";
            batch.Post(new OutboxEntry(id, view.Now) { Notice = new Notice(card) { Kind = NoticeKind.Expiry } })
                .Post(Audit.Entry(id, view.Now, view.Position.Id, "resting-stops", "expiry guardian", PlainText.Of(card.Html)));
        }

        return watch with { StopsSeenAt = view.Now };
    }

    private static bool IsStop(Order order) => order.IsWorking && order.Type switch
    {
        OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop => true,
        OrderType.Unknown => order.StopPrice is not null,
        OrderType.Market or OrderType.Limit => false,
    };

    private static bool IsIn(Order order, ExpiryView view) => view.Position.Structure.ClosingLegs.Any(
        leg => leg.Symbol == order.Symbol && leg.Contract?.Expiration == view.Assessment.Contract!.Expiration);

    private static string Words(Order order) =>
        $"{(order.Side == OrderSide.Sell ? "sell" : "buy")} {Figures.Quantity(order.RemainingQuantity)} {Titles.Name(order.Symbol)}, stop {Figures.Price(order.StopPrice)} ({order.Id})";

    private static string Fate(ExpiryView view) =>
        view.Blocked is { } blocked ? $"Left as they are, because {blocked}. From its cut-off on the broker may refuse what they trigger."
        : view.IsClosing || view.Assessment.Urgency is not null ? "Cancelled as soon as they stand in the way: the close takes their place."
        : "Left as they are: the contract is further out of the money than what is closed. From its cut-off on the broker may refuse what they trigger.";
}
