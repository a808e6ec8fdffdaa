using System.Globalization;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Closing;

/// <summary>Ids of our closing orders: a function of facts, so that an order can be looked for whose answer never came.</summary>
public static class ClientOrderIds
{
    /// <summary>What every id of ours begins with.</summary>
    public const string Prefix = OwnOrders.Closing;

    private const string ReturnTail = "-back";
    private const int Longest = 128;

    /// <summary>The id of one attempt: <c>xd-{ledger}-{day}-{closing}-{attempt}</c>, at most 128 characters.</summary>
    /// <param name="ledgerInstance">Unlike that of any other ledger of the account, so that a lost ledger's ids do not come back.</param>
    /// <param name="tradingDate">In New York.</param>
    /// <param name="closing">The closing's id.</param>
    /// <param name="attempt">From 1.</param>
    public static string Of(string ledgerInstance, DateOnly tradingDate, string closing, int attempt) =>
        Of(ledgerInstance, tradingDate, closing, string.Create(CultureInfo.InvariantCulture, $"-{attempt}"));

    /// <summary>The id of an order that takes a displaced one's place: <c>xd-{ledger}-{day}-{closing}-back{displaced}</c>.</summary>
    /// <param name="ledgerInstance">As above.</param>
    /// <param name="tradingDate">In New York.</param>
    /// <param name="closing">The closing's id.</param>
    /// <param name="displaced">From 1, in the order in which the closing displaced them.</param>
    public static string OfReturn(string ledgerInstance, DateOnly tradingDate, string closing, int displaced) =>
        Of(ledgerInstance, tradingDate, closing, string.Create(CultureInfo.InvariantCulture, $"{ReturnTail}{displaced}"));

    /// <summary>True if an id is that of an order that took a displaced one's place: it is the owner's, under a name of ours.</summary>
    public static bool IsReturn(string clientOrderId) =>
        clientOrderId.StartsWith(Prefix, StringComparison.Ordinal)
        && clientOrderId.LastIndexOf(ReturnTail, StringComparison.Ordinal) is >= 0 and var tail
        && int.TryParse(clientOrderId.AsSpan(tail + ReturnTail.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>True if an id is that of an order that this ledger put back.</summary>
    public static bool IsReturn(string clientOrderId, string ledgerInstance) =>
        IsReturn(clientOrderId) && clientOrderId.StartsWith($"{Prefix}{ledgerInstance}-", StringComparison.Ordinal);

    private static string Of(string ledgerInstance, DateOnly tradingDate, string closing, string tail)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{ledgerInstance}-{tradingDate:yyyyMMdd}-");
        var room = Longest - head.Length - tail.Length;
        var name = closing.Replace(':', '.');

        // The end of a closing's id tells closings of one position apart, so it is what stays.
        return head + (name.Length <= room ? name : name[^room..]) + tail;
    }
}
