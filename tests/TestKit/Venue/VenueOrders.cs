using ExitDesk.Domain.Orders;
using ExitDesk.Simulator.Venue;
using BrokerIntent = ExitDesk.Domain.Orders.PositionIntent;
using BrokerSide = ExitDesk.Domain.Orders.OrderSide;
using BrokerStatus = ExitDesk.Domain.Orders.OrderStatus;
using VenueIntent = ExitDesk.Simulator.Venue.PositionIntent;
using VenueSide = ExitDesk.Simulator.Venue.OrderSide;
using VenueStatus = ExitDesk.Simulator.Venue.OrderStatus;

namespace ExitDesk.TestKit.Venue;

/// <summary>The venue's orders in the words of the broker's port, and the port's tickets in the venue's.</summary>
internal static class VenueOrders
{
    /// <summary>An order with its legs inside.</summary>
    public static Order Whole(VenueOrder order, IReadOnlyList<VenueOrder> legs) => order.IsMultiLeg
        ? Of(order, order.LimitPrice < 0 ? BrokerSide.Sell : BrokerSide.Buy) with
        {
            OrderClass = "mleg",
            Legs = [.. legs.Select(leg => new LegReport(
                leg.Id.ToString(), leg.Symbol, Side(leg.Side), Intent(leg.Intent), leg.Quantity, leg.FilledQuantity, leg.AverageFillPrice))],
        }
        : Of(order, Side(order.Side)) with { OrderClass = "simple", Intent = Intent(order.Intent) };

    /// <summary>An order, or each leg of one as an order under its ids.</summary>
    public static IEnumerable<Order> Apart(VenueOrder order, IReadOnlyList<VenueOrder> legs) => order.IsMultiLeg
        ? legs.Select(leg => Of(leg, Side(leg.Side)) with
        {
            Id = order.Id.ToString(),
            ClientOrderId = order.ClientOrderId,
            Type = OrderType.Unknown,
            OrderClass = "mleg",
            Intent = Intent(leg.Intent),
        })
        : [Whole(order, legs)];

    public static OrderRequest RequestOf(OrderTicket ticket) => new(
        ticket.Legs[0].Symbol,
        (int)ticket.Quantity,
        Side(ticket.Legs[0].Side),
        ticket.StopPrice is not null ? OrderKind.Stop : ticket.LimitPrice is null ? OrderKind.Market : OrderKind.Limit,
        ticket.LimitPrice,
        ticket.ClientOrderId,
        Intent(ticket.Legs[0].Intent),
        StopPrice: ticket.StopPrice);

    public static MultiLegRequest PackageOf(OrderTicket ticket) => new(
        [.. ticket.Legs.Select(leg => new Simulator.Venue.OrderLeg(leg.Symbol, leg.Ratio, Intent(leg.Intent)))],
        (int)ticket.Quantity,
        ticket.LimitPrice is null ? OrderKind.Market : OrderKind.Limit,
        ticket.LimitPrice,
        ticket.ClientOrderId);

    public static BrokerSide Side(VenueSide side) => side switch
    {
        VenueSide.Buy => BrokerSide.Buy,
        VenueSide.Sell => BrokerSide.Sell,
    };

    private static Order Of(VenueOrder order, BrokerSide side) => new(
        order.Id.ToString(),
        order.ClientOrderId,
        order.Symbol,
        side,
        order.Quantity,
        order.FilledQuantity,
        order.AverageFillPrice,
        Status(order.Status),
        order.Status.Word(),
        order.CreatedAt,
        order.FilledAt)
    {
        Type = order.Kind switch
        {
            OrderKind.Market => OrderType.Market,
            OrderKind.Limit => OrderType.Limit,
            OrderKind.Stop => OrderType.Stop,
        },
        LimitPrice = order.LimitPrice,
        StopPrice = order.StopPrice,
        TimeInForce = TimeInForce.Day,
    };

    private static VenueSide Side(BrokerSide side) => side switch
    {
        BrokerSide.Buy => VenueSide.Buy,
        BrokerSide.Sell => VenueSide.Sell,
    };

    private static BrokerIntent Intent(VenueIntent intent) => intent switch
    {
        VenueIntent.BuyToOpen => BrokerIntent.BuyToOpen,
        VenueIntent.BuyToClose => BrokerIntent.BuyToClose,
        VenueIntent.SellToOpen => BrokerIntent.SellToOpen,
        VenueIntent.SellToClose => BrokerIntent.SellToClose,
    };

    private static VenueIntent Intent(BrokerIntent intent) => intent switch
    {
        BrokerIntent.BuyToOpen => VenueIntent.BuyToOpen,
        BrokerIntent.BuyToClose => VenueIntent.BuyToClose,
        BrokerIntent.SellToOpen => VenueIntent.SellToOpen,
        BrokerIntent.SellToClose => VenueIntent.SellToClose,
    };

    private static BrokerStatus Status(VenueStatus status) => status switch
    {
        VenueStatus.PendingNew => BrokerStatus.PendingNew,
        VenueStatus.Accepted => BrokerStatus.Accepted,
        VenueStatus.New => BrokerStatus.New,
        VenueStatus.PartiallyFilled => BrokerStatus.PartiallyFilled,
        VenueStatus.Filled => BrokerStatus.Filled,
        VenueStatus.PendingCancel => BrokerStatus.PendingCancel,
        VenueStatus.Canceled => BrokerStatus.Canceled,
        VenueStatus.Expired => BrokerStatus.Expired,
        VenueStatus.Rejected => BrokerStatus.Rejected,
        VenueStatus.Replaced => BrokerStatus.Replaced,
    };
}
