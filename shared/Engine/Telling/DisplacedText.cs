using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Desk;

namespace ExitDesk.Engine.Telling;

/// <summary>What the owner reads of orders that a close displaced, and that stands open again.</summary>
public static class DisplacedText
{
    /// <summary>The order in words: side, quantity, contract, prices, how long.</summary>
    public static string Of(DisplacedOrder displaced)
    {
        var order = displaced.Order;
        var prices = (order.StopPrice, order.LimitPrice) switch
        {
            ({ } stop, { } limit) => $"stop {Figures.Price(stop)}, limit {Figures.Price(limit)}",
            ({ } stop, null) => $"stop {Figures.Price(stop)}",
            (null, { } limit) => $"limit {Figures.Price(limit)}",
            (null, null) => "no price",
        };
        var span = order.TimeInForce == TimeInForce.GoodTillCanceled ? "good till cancelled" : "today";
        return $"{(order.Side == OrderSide.Sell ? "sell" : "buy")} {Figures.Quantity(displaced.Return?.Quantity ?? order.Quantity)} {Titles.Name(order.Symbol)}, {prices}, {span}";
    }

    public static Card Back(PositionClosing closing, DisplacedOrder displaced) => Card.Plain(ClosingCards.Lines(
        $"⚠️ <b>Your resting order is put back</b> · {Html.Escape(Titles.Of(closing))}",
        $"{Html.Escape(Titles.Capital(Of(displaced)))}, now <code>{Html.Escape(displaced.Return!.OrderId!)}</code>: the close that needed its contracts ended ({Html.Escape(closing.Ending!.Note)}).",
        "If you do nothing: it rests as before, and the position stays open."));

    public static Card NotBack(PositionClosing closing, DisplacedOrder displaced, string problem) => Card.Plain(ClosingCards.Lines(
        $"⚠️ <b>Your resting order is not put back</b> · {Html.Escape(Titles.Of(closing))}",
        $"{Html.Escape(Titles.Capital(Of(displaced)))} (<code>{Html.Escape(displaced.Order.Id)}</code>): {Html.Escape(problem)}.",
        "If you do nothing: nothing of yours rests in it; its rules go on. Place it again at your broker if you want it."));
}
