namespace ExitDesk.Domain.Closing;

/// <summary>Sums receipts by rule and speed. Pure.</summary>
public static class ReceiptSummary
{
    /// <summary>By rule in their order, the most urgent first; empty if there are no receipts.</summary>
    public static IReadOnlyList<ReceiptSum> Of(IEnumerable<ExitReceipt> receipts) =>
    [
        .. receipts
            .DistinctBy(receipt => receipt.ClosingId)
            .GroupBy(receipt => (receipt.Reason, receipt.Urgency))
            .OrderBy(group => group.Key.Reason)
            .ThenByDescending(group => group.Key.Urgency)
            .Select(group => Sum([.. group])),
    ];

    private static ReceiptSum Sum(IReadOnlyList<ExitReceipt> receipts) => new(
        receipts[0].Reason,
        receipts[0].Urgency,
        receipts.Count,
        receipts.Sum(receipt => receipt.RealizedPnl),
        Known(receipts.Select(receipt => receipt.Shortfall?.AgainstMid)),
        Known(receipts.Select(receipt => receipt.Shortfall?.AgainstClosingSide)),
        receipts.Count(receipt => receipt.Shortfall?.AgainstMid is null),
        TimeSpan.FromTicks(receipts.Sum(receipt => receipt.Took.Ticks) / receipts.Count),
        receipts.Max(receipt => receipt.Took));

    private static decimal? Known(IEnumerable<decimal?> amounts) => amounts.OfType<decimal>().ToList() is { Count: > 0 } known ? known.Sum() : null;
}
