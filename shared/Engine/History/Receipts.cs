using System.Globalization;
using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.History;

/// <summary>Exit receipts, one for each closing with fills. Stream <c>receipts:{month in New York}</c>.</summary>
public static class Receipts
{
    public static string StreamOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"receipts:{day:yyyy-MM}");

    /// <summary>Of a closing that ended. Everything in the row's key comes from its fills, so that any later run writes the same row.</summary>
    /// <param name="ended">With its result.</param>
    /// <param name="fills">All of its fills, at least one.</param>
    public static HistoryRow Row(PositionClosing ended, IReadOnlyList<Fill> fills)
    {
        var at = fills.Max(fill => fill.At);
        var receipt = new ExitReceipt(ended.Id, ended.Trigger.Reason, ended.Trigger.Urgency, at, at - ended.StartedAt, ended.RealizedPnl ?? 0, ended.Shortfall);
        var columns = new Dictionary<string, object> { ["EndedAt"] = at, ["Reason"] = receipt.Reason.ToString(), ["Urgency"] = receipt.Urgency.ToString() };
        return new HistoryRow(StreamOf(NewYork.DateOf(at)), $"{NewYork.DateOf(at):yyyy-MM-dd}:{ended.Id}", LedgerJson.Write(receipt), columns);
    }

    /// <summary>All receipts of New York days, oldest first.</summary>
    /// <param name="ledger">Where they are.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <exception cref="LedgerUnavailableException">The storage did not answer.</exception>
    public static async Task<IReadOnlyList<ExitReceipt>> ReadAsync(ILedger ledger, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var receipts = new List<ExitReceipt>();
        foreach (var month in HistoryMonths.Of(from, to))
        {
            var rows = await ledger.ReadHistoryAsync(StreamOf(month), cancellationToken).ConfigureAwait(false);
            receipts.AddRange(rows.Select(row => LedgerJson.Read<ExitReceipt>(row.Key, row.Json)));
        }

        return [.. receipts.Where(receipt => NewYork.DateOf(receipt.EndedAt) is var day && day >= from && day <= to)];
    }
}
