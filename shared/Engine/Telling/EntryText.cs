using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Telling;

/// <summary>Entries in words.</summary>
public static class EntryText
{
    /// <summary>For instance <c>Buy GOOG 15 Jan 750 C ×2</c>, or <c>Open GOOG 15 Jan 750/760 call vertical ×1</c>.</summary>
    public static string Of(Recommendation wanted) => wanted.Legs is [var leg]
        ? $"{(leg.Side == OrderSide.Buy ? "Buy" : "Sell")} {Titles.Of(leg.Symbol, wanted.Quantity)}{Note(wanted.Action)}"
        : $"Open {Name(wanted)} ×{wanted.Quantity}";

    /// <summary>The same as the head of a card; HTML.</summary>
    public static string Title(PositionEntry entry) => $"<b>Entry</b> · {Html.Escape(Of(entry.Recommendation))}";

    /// <summary>Where it stands, for whoever asks again.</summary>
    public static string State(PositionEntry entry) => entry.Status switch
    {
        EntryStatus.Received => "Its gates are being asked.",
        EntryStatus.AwaitingApproval => "It waits for an answer.",
        EntryStatus.Working => $"Already opening: {Figures.Quantity(entry.FilledQuantity)} of {entry.Recommendation.Quantity} filled.",
        EntryStatus.Ended => End(entry),
    };

    /// <summary>How it ended, in a sentence.</summary>
    public static string End(PositionEntry entry) => entry.End switch
    {
        EntryEnd.Filled => $"Opened: {Figures.Quantity(entry.FilledQuantity)} filled",
        EntryEnd.PartlyFilled => $"Opened in part: {Figures.Quantity(entry.FilledQuantity)} of {entry.Recommendation.Quantity} filled ({entry.Note})",
        EntryEnd.Lapsed or EntryEnd.Refused or EntryEnd.Declined => $"Not opened: {entry.Note}",
        EntryEnd.GivenUp => $"Given up: {entry.Note}",
        null => "It is not over",
    };

    private static string Note(EntryAction action) => action switch
    {
        EntryAction.SellPut => " (cash-secured put)",
        EntryAction.SellCall => " (covered call)",
        EntryAction.SellStock => " (short)",
        EntryAction.BuyCall or EntryAction.BuyPut or EntryAction.BuyStock or EntryAction.OpenVertical => "",
    };

    private static string Name(Recommendation wanted) => string.Join(
        " / ", wanted.Legs.Select(leg => $"{(leg.Side == OrderSide.Buy ? "+" : "−")}{Titles.Name(leg.Symbol)}"));
}
