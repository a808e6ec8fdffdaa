namespace ExitDesk.Domain.Orders;

/// <summary>How the ids of our orders begin, so that what closes can tell an opening order of ours without knowing what opens.</summary>
public static class OwnOrders
{
    /// <summary>What every id of a closing begins with.</summary>
    public const string Closing = "xd-";

    /// <summary>What every id of an entry begins with.</summary>
    public const string Opening = "xe-";

    /// <summary>True if an order bears the name of our closings, of this ledger or of one that was lost.</summary>
    public static bool IsNamedClosing(this Order order) => order.ClientOrderId.StartsWith(Closing, StringComparison.Ordinal);

    /// <summary>True if an order bears the name of our entries.</summary>
    public static bool IsNamedOpening(this Order order) => order.ClientOrderId.StartsWith(Opening, StringComparison.Ordinal);
}
