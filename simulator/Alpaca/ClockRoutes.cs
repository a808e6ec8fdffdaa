using System.Globalization;
using System.Text.Json.Nodes;
using ExitDesk.Simulator.Market;
using ExitDesk.Simulator.Venue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ExitDesk.Simulator.Alpaca;

/// <summary>Market time, and the days on which there is a session.</summary>
internal static class ClockRoutes
{
    private const int LongestSpan = 10 * 366;
    private const int LastYear = 2100;

    public static void Map(WebApplication application, AlpacaDesk desk)
    {
        application.MapGet("/v2/clock", () => Clock(desk));
        application.MapGet("/v2/calendar", (HttpContext context) => Calendar(context, desk));
    }

    private static IResult Clock(AlpacaDesk desk)
    {
        var now = desk.Clock.Now;
        var sessions = desk.Venue.Sessions;
        return Answers.Json(new JsonObject
        {
            ["timestamp"] = Local(now, "yyyy-MM-ddTHH:mm:ss.fffffff00zzz"),
            ["is_open"] = sessions.IsOpen(now),
            ["next_open"] = Local(sessions.NextOpening(now).Open, "yyyy-MM-ddTHH:mm:sszzz"),
            ["next_close"] = Local(sessions.NextClosing(now).Close, "yyyy-MM-ddTHH:mm:sszzz"),
        });
    }

    private static IResult Calendar(HttpContext context, AlpacaDesk desk)
    {
        var query = new QueryReader(context.Request.Query);
        var today = NewYork.DateOf(desk.Clock.Now);
        var first = query.Day("start") ?? today;
        var last = query.Day("end") ?? first.AddDays(Math.Min(365, DateOnly.MaxValue.DayNumber - first.DayNumber));
        if (last.DayNumber - first.DayNumber > LongestSpan || first < TradingCalendar.First || last.Year > LastYear)
        {
            query.Refuse($"start and end must lie from {TradingCalendar.First.Year} to {LastYear} and at most ten years apart");
        }

        return query.Refusal is { } refusal
            ? Answers.Refused(refusal)
            : Answers.Json(new JsonArray([.. desk.Venue.Sessions.Between(first, last).Select(day => Body(day, desk.Venue.Sessions))]));
    }

    private static JsonObject Body(TradingDay day, SessionCalendar sessions) => new()
    {
        ["date"] = WireText.Day(day.Date),
        ["open"] = Local(day.Open, "HH:mm"),
        ["close"] = Local(day.Close, "HH:mm"),
        ["session_open"] = "0400",
        ["session_close"] = "2000",
        // One business day after the trade, since May 2024.
        ["settlement_date"] = WireText.Day(sessions.NextOpening(day.Close).Date),
    };

    /// <summary>New York wall time with its offset.</summary>
    private static string Local(DateTimeOffset at, string format)
    {
        var local = NewYork.DateOf(at).ToDateTime(NewYork.TimeOf(at));
        return new DateTimeOffset(local, local - at.UtcDateTime).ToString(format, CultureInfo.InvariantCulture);
    }
}
