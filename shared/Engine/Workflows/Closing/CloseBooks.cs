using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Writes a closing's trade rows and receipt. Rows never change: the result is that of the rows that stand.</summary>
public sealed class CloseBooks(ILedger ledger)
{
    /// <summary>Books fills. Doing it again, even with others, changes nothing.</summary>
    /// <param name="ended">Over, without its result.</param>
    /// <param name="fills">At least one: all of its fills, or the averages of its orders.</param>
    /// <param name="strategy">Of its position; null if untagged.</param>
    /// <param name="cancellationToken">Ends the writes.</param>
    /// <returns>The closing with its result, and the fills that it is of.</returns>
    /// <exception cref="LedgerUnavailableException">The storage did not answer; some may be written. Do it again.</exception>
    public async Task<(PositionClosing Ended, IReadOnlyList<Fill> Fills)> WriteAsync(
        PositionClosing ended, IReadOnlyList<Fill> fills, string? strategy, CancellationToken cancellationToken)
    {
        var trades = CloseTrades.Of(ended, fills).Select(trade => Trades.Row(trade with { Strategy = strategy })).ToList();
        await ledger.AppendAsync(trades, cancellationToken).ConfigureAwait(false);

        // A list of fills always says the same. Only averages can meet rows of the list, or the list rows of averages.
        var booked = ended.IsPricedByOrders ? await StandingAsync(trades, cancellationToken).ConfigureAwait(false) : fills;
        var priced = ended with { RealizedPnl = CloseResult.RealizedPnl(ended.Legs, booked), Shortfall = CloseShortfall.Of(ended, booked) };
        await ledger.AppendAsync([Receipts.Row(priced, booked)], cancellationToken).ConfigureAwait(false);
        return (priced, booked);
    }

    private async Task<IReadOnlyList<Fill>> StandingAsync(IReadOnlyList<HistoryRow> written, CancellationToken cancellationToken)
    {
        var booked = new List<Fill>();
        foreach (var stream in written.GroupBy(row => row.Stream))
        {
            var keys = stream.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
            var rows = await ledger.ReadHistoryAsync(stream.Key, cancellationToken).ConfigureAwait(false);
            booked.AddRange(rows.Where(row => keys.Contains(row.Key)).SelectMany(row => LedgerJson.Read<TradeRecord>(row.Key, row.Json).Fills));
        }

        return booked;
    }
}
