namespace ExitDesk.Simulator.Venue;

/// <summary>What an intent says.</summary>
public static class PositionIntentTerms
{
    public static bool Closes(this PositionIntent intent) =>
        intent is PositionIntent.BuyToClose or PositionIntent.SellToClose;

    public static OrderSide Side(this PositionIntent intent) =>
        intent is PositionIntent.BuyToOpen or PositionIntent.BuyToClose ? OrderSide.Buy : OrderSide.Sell;

    /// <summary>The broker's word, for instance <c>sell_to_close</c>.</summary>
    public static string Word(this PositionIntent intent) => intent switch
    {
        PositionIntent.BuyToOpen => "buy_to_open",
        PositionIntent.BuyToClose => "buy_to_close",
        PositionIntent.SellToOpen => "sell_to_open",
        PositionIntent.SellToClose => "sell_to_close",
    };

    /// <returns>Null: no such word.</returns>
    public static PositionIntent? Parse(string word) => word switch
    {
        "buy_to_open" => PositionIntent.BuyToOpen,
        "buy_to_close" => PositionIntent.BuyToClose,
        "sell_to_open" => PositionIntent.SellToOpen,
        "sell_to_close" => PositionIntent.SellToClose,
        _ => null,
    };
}
