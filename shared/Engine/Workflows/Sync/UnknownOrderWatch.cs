using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Operator;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Switches to Monitor, once for each, when an order works under our name that this ledger never sent.</summary>
public sealed class UnknownOrderWatch(IBrokerReads broker, DeskLedger documents, DeskCommits commits, Switching switching, LedgerInstance instance, ILogger<UnknownOrderWatch> logger)
{
    /// <summary>Looks. Orders or closings that cannot be read say nothing: the next sync looks again.</summary>
    public async Task RunAsync(MarketMoment moment, CancellationToken cancellationToken)
    {
        var open = await broker.GetOpenOrdersAsync(cancellationToken).ConfigureAwait(false);
        if (!open.Succeeded)
        {
            logger.LogWarning("Open orders cannot be read: {Why}", open.Failure);
            return;
        }

        if (!open.Value.Any(UnknownOrders.IsOurs))
        {
            return;
        }

        // The orders came first: whatever was sent before that read has its intent in the ledger by now.
        var unreadable = new List<string>();
        var closings = await documents.ReadableClosingsAsync(unreadable, cancellationToken).ConfigureAwait(false);
        if (unreadable.Count > 0)
        {
            logger.LogWarning("Which orders are ours cannot be told: {Why}", unreadable[0]);
            return;
        }

        if (await instance.FindAsync(cancellationToken).ConfigureAwait(false) is not { } ledger)
        {
            logger.LogWarning("Which orders are ours cannot be told: the ledger did not take its own name");
            return;
        }

        var unknown = UnknownOrders.Of(open.Value, closings.Select(stored => stored.Value), ledger);
        var note = await documents.FindAsync<UnknownOrderNote>(LedgerKeys.UnknownOrders, cancellationToken).ConfigureAwait(false);
        var fresh = unknown.Where(order => note?.Value.OrderIds.Contains(order.Id) is not true).ToList();
        if (fresh.Count > 0)
        {
            await SwitchAsync(fresh, new UnknownOrderNote([.. unknown.Select(order => order.Id)]), moment, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SwitchAsync(List<Order> fresh, UnknownOrderNote note, MarketMoment moment, CancellationToken cancellationToken)
    {
        var eventId = $"unknown-order:{fresh[0].Id}";
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        if (switches.Mode == TradingMode.Monitor)
        {
            await commits.CommitAsync(Told(), cancellationToken).ConfigureAwait(false);
            return;
        }

        await switching.ApplyAsync(
            eventId, "an unknown order", before => before with { Mode = TradingMode.Monitor }, Told, cancellationToken).ConfigureAwait(false);

        LedgerBatch Told() => new LedgerBatch()
            .Put(LedgerKeys.UnknownOrders, note)
            .Post(Audit.Entry($"{eventId}:found", moment.Now, "desk", "unknown-order", "sync", string.Join(", ", fresh.Select(Words))))
            .Post(new OutboxEntry($"{eventId}:told", moment.Now) { Notice = new Notice(PositionNotices.UnknownOrders(string.Join("\n", fresh.Select(Words)))) });
    }

    private static string Words(Order order) =>
        $"{(order.Side == OrderSide.Sell ? "sell" : "buy")} {Figures.Quantity(order.RemainingQuantity)} {(order.Symbol.Length > 0 ? Titles.Name(order.Symbol) : "of several legs")}, "
        + $"{(order.LimitPrice is { } limit ? $"limit {Figures.Price(limit)}" : "no limit")} ({order.ClientOrderId})";
}
