using System.Globalization;

namespace Alpaca.Markets;

/// <summary>Trading days asked for, by date of New York.</summary>
public sealed class CalendarRequest
{
    /// <summary>All that the API has: 1970 to 2029.</summary>
    public CalendarRequest()
    {
    }

    /// <summary>The days from one to another, both included; null is open.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public CalendarRequest(DateOnly? from, DateOnly? into)
        : this(new Interval<DateOnly>(from, into))
    {
    }

    public CalendarRequest(Interval<DateOnly> dateInterval) => DateInterval = dateInterval;

    public Interval<DateOnly> DateInterval { get; private set; }

    public static CalendarRequest GetForSingleDay(DateOnly date) => new(date, date);

    public CalendarRequest WithInterval(Interval<DateOnly> value)
    {
        DateInterval = value;
        return this;
    }

    internal string PathAndQuery() =>
        QueryText.Of("v2/calendar", ("start", Text(DateInterval.From)), ("end", Text(DateInterval.Into)));

    private static string? Text(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);
}
