using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Closing;

/// <summary>Receipts of one rule at one speed. What a receipt does not know is counted, not taken for nothing.</summary>
/// <param name="Reason">The rule, or the owner.</param>
/// <param name="Urgency">The speed.</param>
/// <param name="Count">How many closings, above 0.</param>
/// <param name="RealizedPnl">USD.</param>
/// <param name="AgainstMid">USD over all that know it; null if none does.</param>
/// <param name="AgainstClosingSide">USD over all that know it; null if none does.</param>
/// <param name="WithoutMid">How many do not know the first.</param>
/// <param name="Mean">From trigger to last fill.</param>
/// <param name="Slowest">The longest of them.</param>
public sealed record ReceiptSum(
    ExitReason Reason,
    Urgency Urgency,
    int Count,
    decimal RealizedPnl,
    decimal? AgainstMid,
    decimal? AgainstClosingSide,
    int WithoutMid,
    TimeSpan Mean,
    TimeSpan Slowest);
