using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Alpaca's words for what an order is (docs.alpaca.markets, "Orders", read 2026-11).</summary>
internal static class OrderWords
{
    /// <summary>Unknown for any other text.</summary>
    public static OrderType Type(string text) => text switch
    {
        "market" => OrderType.Market,
        "limit" => OrderType.Limit,
        "stop" => OrderType.Stop,
        "stop_limit" => OrderType.StopLimit,
        "trailing_stop" => OrderType.TrailingStop,
        _ => OrderType.Unknown,
    };

    /// <summary>Unknown for any other text.</summary>
    public static TimeInForce Time(string text) => text switch
    {
        "day" => TimeInForce.Day,
        "gtc" => TimeInForce.GoodTillCanceled,
        "opg" => TimeInForce.AtTheOpen,
        "cls" => TimeInForce.AtTheClose,
        "ioc" => TimeInForce.ImmediateOrCancel,
        "fok" => TimeInForce.FillOrKill,
        _ => TimeInForce.Unknown,
    };

    /// <summary>Null for any other text.</summary>
    public static PositionIntent? Intent(string text) => text switch
    {
        "buy_to_open" => PositionIntent.BuyToOpen,
        "buy_to_close" => PositionIntent.BuyToClose,
        "sell_to_open" => PositionIntent.SellToOpen,
        "sell_to_close" => PositionIntent.SellToClose,
        _ => null,
    };

    public static string Of(OrderSide side) => side switch
    {
        OrderSide.Buy => "buy",
        OrderSide.Sell => "sell",
    };

    public static string Of(PositionIntent intent) => intent switch
    {
        PositionIntent.BuyToOpen => "buy_to_open",
        PositionIntent.BuyToClose => "buy_to_close",
        PositionIntent.SellToOpen => "sell_to_open",
        PositionIntent.SellToClose => "sell_to_close",
    };

    /// <exception cref="ArgumentException">It is not known, so there is no word for it.</exception>
    public static string Of(TimeInForce time) => time switch
    {
        TimeInForce.Day => "day",
        TimeInForce.GoodTillCanceled => "gtc",
        TimeInForce.AtTheOpen => "opg",
        TimeInForce.AtTheClose => "cls",
        TimeInForce.ImmediateOrCancel => "ioc",
        TimeInForce.FillOrKill => "fok",
        TimeInForce.Unknown => throw new ArgumentException("an order says how long it works", nameof(time)),
    };
}
