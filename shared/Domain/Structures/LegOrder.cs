using ExitDesk.Domain.Contracts;

namespace ExitDesk.Domain.Structures;

/// <summary>The one order of legs: options before stock, then expiration, strike, puts before calls, symbol.</summary>
public sealed class LegOrder : IComparer<PositionLeg>
{
    public static readonly LegOrder Instance = new();

    private LegOrder()
    {
    }

    public int Compare(PositionLeg? x, PositionLeg? y) => (x?.Contract, y?.Contract) switch
    {
        ({ } left, { } right) => Options(left, right) is var order and not 0 ? order : string.CompareOrdinal(x.Symbol, y.Symbol),
        ({ }, null) => -1,
        (null, { }) => 1,
        (null, null) => string.CompareOrdinal(x?.Symbol, y?.Symbol),
    };

    private static int Options(OptionContract left, OptionContract right)
    {
        var order = left.Expiration.CompareTo(right.Expiration);
        order = order != 0 ? order : left.Strike.CompareTo(right.Strike);
        return order != 0 ? order : (left.Right == OptionRight.Call).CompareTo(right.Right == OptionRight.Call);
    }
}
