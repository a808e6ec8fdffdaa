using System.Globalization;

namespace ExitDesk.Domain.Closing;

/// <summary>Ids of our closing orders: a function of facts, so that an order can be looked for whose answer never came.</summary>
public static class ClientOrderIds
{
    /// <summary>What every id of ours begins with.</summary>
    public const string Prefix = "xd-";

    private const int Longest = 128;

    /// <summary>The id of one attempt: <c>xd-{ledger}-{day}-{closing}-{attempt}</c>, at most 128 characters.</summary>
    /// <param name="ledgerInstance">Unlike that of any other ledger of the account, so that a lost ledger's ids do not come back.</param>
    /// <param name="tradingDate">In New York.</param>
    /// <param name="closing">The closing's id.</param>
    /// <param name="attempt">From 1.</param>
    public static string Of(string ledgerInstance, DateOnly tradingDate, string closing, int attempt)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{ledgerInstance}-{tradingDate:yyyyMMdd}-");
        var tail = string.Create(CultureInfo.InvariantCulture, $"-{attempt}");
        var room = Longest - head.Length - tail.Length;
        var name = closing.Replace(':', '.');

        // The end of a closing's id tells closings of one position apart, so it is what stays.
        return head + (name.Length <= room ? name : name[^room..]) + tail;
    }
}
