namespace ExitDesk.Simulator.Venue;

/// <summary>One line of the account's history.</summary>
/// <param name="Id">Sorts by time: <c>yyyyMMddHHmmssfff::uuid</c>; also the page token.</param>
/// <param name="At">When it happened, market time; midnight New York of the booking day for what is not a fill.</param>
/// <param name="VisibleFrom">When the API starts to show it.</param>
/// <param name="Day">New York day it is booked on.</param>
/// <param name="Quantity">Contracts or shares: positive for fills, signed change of the position for the rest.</param>
/// <param name="Price">USD per share; null where no price applies.</param>
/// <param name="NetAmount">Change of cash, USD.</param>
/// <param name="Fill">Null: not a fill.</param>
public sealed record VenueActivity(
    string Id,
    ActivityType Type,
    DateTimeOffset At,
    DateTimeOffset VisibleFrom,
    DateOnly Day,
    string Symbol,
    int Quantity,
    decimal? Price,
    decimal NetAmount,
    FillDetail? Fill);
