using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using ExitDesk.Simulator.Venue;

namespace ExitDesk.TestKit.Venue;

/// <summary>The venue's history in the words of the broker's port.</summary>
public static class VenueHistory
{
    /// <summary>Of a line that tells a fill. Of several legs it names the leg's order.</summary>
    public static Fill FillOf(VenueActivity activity) => new(
        activity.Id, activity.Fill!.Order.Id.ToString(), activity.Symbol, VenueOrders.Side(activity.Fill.Order.Side), activity.Quantity, activity.Price!.Value, activity.At);

    public static AccountActivity ActivityOf(VenueActivity activity) => activity.Fill is null
        ? new AccountActivity(
            activity.Id, KindOf(activity.Type), WordOf(activity.Type), activity.Symbol, activity.Quantity, activity.Price, activity.NetAmount, activity.Day, null)
        : AsActivity(FillOf(activity), activity);

    private static AccountActivity AsActivity(Fill fill, VenueActivity activity) => new(
        fill.Id, ActivityKind.Fill, "FILL", fill.Symbol, fill.Side == Domain.Orders.OrderSide.Buy ? fill.Quantity : -fill.Quantity,
        fill.Price, null, activity.Day, fill.At)
    {
        OrderId = fill.OrderId,
    };

    private static ActivityKind KindOf(ActivityType type) => type switch
    {
        ActivityType.Fill => ActivityKind.Fill,
        ActivityType.OptionExpired => ActivityKind.Expiration,
        ActivityType.OptionExercised => ActivityKind.Exercise,
        ActivityType.OptionAssigned => ActivityKind.Assignment,
        ActivityType.OptionStockTrade => ActivityKind.OptionTrade,
        ActivityType.Dividend => ActivityKind.Dividend,
        ActivityType.StockSplit or ActivityType.OptionAdjusted => ActivityKind.CorporateAction,
    };

    private static string WordOf(ActivityType type) => type switch
    {
        ActivityType.Fill => "FILL",
        ActivityType.OptionExpired => "OPEXP",
        ActivityType.OptionExercised => "OPEXC",
        ActivityType.OptionAssigned => "OPASN",
        ActivityType.OptionStockTrade => "OPTRD",
        ActivityType.Dividend => "DIV",
        ActivityType.StockSplit => "SPLIT",
        ActivityType.OptionAdjusted => "OPCA",
    };
}
