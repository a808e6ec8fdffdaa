using System.Globalization;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries;

/// <summary>Ids of our opening orders: a function of facts, so that an order can be looked for whose answer never came.</summary>
/// <remarks>They begin unlike those of closings: an opening order that nobody knows stops entries, and no exit.</remarks>
public static class EntryOrderIds
{
    /// <summary>What every id of an opening order begins with.</summary>
    public const string Prefix = OwnOrders.Opening;

    private const int Longest = 128;

    /// <summary><c>xe-{ledger}-{day}-{recommendation}</c>, at most 128 characters.</summary>
    /// <param name="ledgerInstance">Unlike that of any other ledger of the account, so that a lost ledger's ids do not come back.</param>
    /// <param name="tradingDate">In New York.</param>
    /// <param name="recommendation">The recommendation's id.</param>
    public static string Of(string ledgerInstance, DateOnly tradingDate, string recommendation)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{ledgerInstance}-{tradingDate:yyyyMMdd}-{recommendation.Replace(':', '~')}");
        return id.Length <= Longest ? id : throw new ArgumentException($"The ledger's name \"{ledgerInstance}\" is too long for an order's id.", nameof(ledgerInstance));
    }

    public static bool IsOurs(string clientOrderId) => clientOrderId.StartsWith(Prefix, StringComparison.Ordinal);
}
