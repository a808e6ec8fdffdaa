using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Domain.Entries;

/// <summary>What follows from an <see cref="EntryAction"/>.</summary>
public static class EntryActions
{
    /// <summary>Every action, in the order of the enumeration.</summary>
    public static IReadOnlyList<EntryAction> All { get; } = [.. Enum.GetValues<EntryAction>()];

    /// <summary>As recommendations and settings write it.</summary>
    public static string Word(this EntryAction action) => action switch
    {
        EntryAction.BuyCall => "BUY_CALL",
        EntryAction.BuyPut => "BUY_PUT",
        EntryAction.BuyStock => "BUY_STOCK",
        EntryAction.SellStock => "SELL_STOCK",
        EntryAction.SellPut => "SELL_PUT",
        EntryAction.SellCall => "SELL_CALL",
        EntryAction.OpenVertical => "OPEN_VERTICAL",
    };

    /// <summary>The action of a word; null if there is none.</summary>
    public static EntryAction? Of(string word) => All.Where(action => action.Word() == word).Select(action => (EntryAction?)action).FirstOrDefault();

    /// <summary>True if it trades shares.</summary>
    public static bool IsStock(this EntryAction action) => action is EntryAction.BuyStock or EntryAction.SellStock;

    /// <summary>What its sole leg means to do; null for a vertical, whose legs differ.</summary>
    public static PositionIntent? SoleIntent(this EntryAction action) => action switch
    {
        EntryAction.BuyCall or EntryAction.BuyPut or EntryAction.BuyStock => PositionIntent.BuyToOpen,
        EntryAction.SellStock or EntryAction.SellPut or EntryAction.SellCall => PositionIntent.SellToOpen,
        EntryAction.OpenVertical => null,
    };

    /// <summary>The right that its contract must have; null if either will do, or it has none.</summary>
    public static OptionRight? Right(this EntryAction action) => action switch
    {
        EntryAction.BuyCall or EntryAction.SellCall => OptionRight.Call,
        EntryAction.BuyPut or EntryAction.SellPut => OptionRight.Put,
        EntryAction.BuyStock or EntryAction.SellStock or EntryAction.OpenVertical => null,
    };
}
