using System.Globalization;
using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads the account's history. Executions have an instant and a side, all others a day and a signed quantity.</summary>
internal static class ActivityJson
{
    /// <exception cref="FailedReadException">
    /// A field cannot be relied on that says what happened to a position. Kinds that are not known need only an id and a day.
    /// </exception>
    public static AccountActivity Read(JsonRow row) =>
        ActivityWords.Kind(row.Text("activity_type")) is var kind && kind == ActivityKind.Fill ? FillOf(row) : OtherOf(row, kind);

    private static AccountActivity FillOf(JsonRow row)
    {
        var fill = FillJson.Read(row);
        return new AccountActivity(
            fill.Id, ActivityKind.Fill, row.Text("activity_type"), fill.Symbol, fill.Side == OrderSide.Buy ? fill.Quantity : -fill.Quantity,
            fill.Price, row.OptionalNumber("net_amount"), NewYork.DateOf(fill.At), fill.At)
        {
            OrderId = fill.OrderId,
        };
    }

    private static AccountActivity OtherOf(JsonRow row, ActivityKind kind)
    {
        var at = row.OptionalInstant("transaction_time");
        var movesOptions = kind is ActivityKind.Exercise or ActivityKind.Assignment or ActivityKind.Expiration or ActivityKind.OptionTrade;
        return new AccountActivity(
            row.RequiredText("id"),
            kind,
            row.Text("activity_type"),
            movesOptions ? row.RequiredText("symbol") : row.Text("symbol"),
            movesOptions ? row.Number("qty") : row.ReadableNumber("qty") ?? 0,
            row.ReadableNumber("price") ?? row.ReadableNumber("per_share_amount"),
            row.ReadableNumber("net_amount"),
            at is { } instant ? NewYork.DateOf(instant) : DayOf(row),
            at)
        {
            Description = row.Text("description"),
        };
    }

    private static DateOnly DayOf(JsonRow row) =>
        DateOnly.TryParseExact(row.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw row.Wrong("date", "is no day");
}
