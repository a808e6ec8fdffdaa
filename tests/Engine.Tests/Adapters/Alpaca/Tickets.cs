using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Tests.Adapters.Alpaca;

/// <summary>Orders to send.</summary>
internal static class Tickets
{
    public const string Id = "xd-a1-20261120-AAPL261218C00200000-20261120-1:1-2";
    public const string Put = "AAPL261218P00190000";

    /// <summary>Sells two calls at 1.35 or better.</summary>
    public static OrderTicket Limit(decimal? price = 1.35m) =>
        new(Id, [OrderLeg.Of(Payloads.Call, PositionIntent.SellToClose)], 2, price);

    /// <summary>Buys one call back for each put sold, twice.</summary>
    public static OrderTicket Spread(decimal? net = 0.45m) => new(
        Id,
        [OrderLeg.Of(Payloads.Call, PositionIntent.BuyToClose), OrderLeg.Of(Put, PositionIntent.SellToClose, 2)],
        3,
        net);
}
