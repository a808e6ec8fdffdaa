using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Venue;

/// <summary>When the exchange is open: the market's own days, and the exchange's rules before and after them.</summary>
/// <remarks>A simulated market covers a few days; a client that asks what comes next must still get an answer.</remarks>
public sealed class SessionCalendar(IReadOnlyList<TradingDay> covered)
{
    /// <summary>The session that runs at an instant; null: closed.</summary>
    public TradingDay? Running(DateTimeOffset at) =>
        Session(NewYork.DateOf(at)) is { } day && day.Open <= at && at < day.Close ? day : null;

    public bool IsOpen(DateTimeOffset at) => Running(at) is not null;

    /// <summary>The first session that opens after an instant.</summary>
    public TradingDay NextOpening(DateTimeOffset at) => From(at).First(day => day.Open > at);

    /// <summary>The first session that closes after an instant.</summary>
    public TradingDay NextClosing(DateTimeOffset at) => From(at).First(day => day.Close > at);

    /// <summary>Sessions between two New York days, both included.</summary>
    public IEnumerable<TradingDay> Between(DateOnly first, DateOnly last)
    {
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            if (Session(date) is { } session)
            {
                yield return session;
            }
        }
    }

    /// <summary>The session of a New York day; null: none.</summary>
    public TradingDay? Session(DateOnly date) =>
        covered.Count > 0 && date >= covered[0].Date && date <= covered[^1].Date
            ? covered.FirstOrDefault(day => day.Date == date)
            : TradingCalendar.DayOf(date);

    private IEnumerable<TradingDay> From(DateTimeOffset at)
    {
        var today = NewYork.DateOf(at);
        return Between(today, today.AddDays(30));
    }
}
