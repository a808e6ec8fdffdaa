namespace ExitDesk.Simulator.Market;

/// <summary>Days and afternoons on which the New York Stock Exchange, and with it the options exchanges, is closed.</summary>
/// <remarks>
/// Sources, read 2026-11: NYSE Rule 7.2 (holidays; a Saturday holiday closes the Friday before unless a month or year of
/// accounts ends that day, a Sunday holiday closes the Monday after) and nyse.com/markets/hours-calendars (early closes).
/// Juneteenth is kept since 2022. Days of national mourning follow no rule and are listed.
/// </remarks>
internal static class ExchangeHolidays
{
    private static readonly DateOnly[] Mourning =
    [
        new(2018, 12, 5), // George H. W. Bush
        new(2025, 1, 9), // Jimmy Carter
    ];

    public static bool IsClosed(DateOnly date) =>
        date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        || IsNewYear(date)
        || date == Nth(date.Year, 1, DayOfWeek.Monday, 3)
        || date == Nth(date.Year, 2, DayOfWeek.Monday, 3)
        || date == Easter(date.Year).AddDays(-2)
        || date == Nth(date.Year, 6, DayOfWeek.Monday, 1).AddDays(-7) // the last Monday of May
        || (date.Year >= 2022 && date == Observed(new DateOnly(date.Year, 6, 19)))
        || date == Observed(new DateOnly(date.Year, 7, 4))
        || date == Nth(date.Year, 9, DayOfWeek.Monday, 1)
        || date == Nth(date.Year, 11, DayOfWeek.Thursday, 4)
        || date == Observed(new DateOnly(date.Year, 12, 25))
        || Array.IndexOf(Mourning, date) >= 0;

    /// <summary>Whether an open day ends at 13:00.</summary>
    /// <remarks>3 July and 24 December when the holiday itself is a weekday after them, and the day after Thanksgiving.</remarks>
    public static bool ClosesEarly(DateOnly date) =>
        ((date is { Month: 7, Day: 3 } or { Month: 12, Day: 24 })
            && date.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Thursday)
        || date == Nth(date.Year, 11, DayOfWeek.Thursday, 4).AddDays(1);

    // A Saturday 1 January is not kept on the Friday: 31 December ends a year of accounts.
    private static bool IsNewYear(DateOnly date) =>
        date is { Month: 1, Day: 1 } or { Month: 1, Day: 2, DayOfWeek: DayOfWeek.Monday };

    private static DateOnly Observed(DateOnly holiday) => holiday.DayOfWeek switch
    {
        DayOfWeek.Saturday => holiday.AddDays(-1),
        DayOfWeek.Sunday => holiday.AddDays(1),
        DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday or DayOfWeek.Friday => holiday,
    };

    private static DateOnly Nth(int year, int month, DayOfWeek day, int n)
    {
        var first = new DateOnly(year, month, 1);
        var wait = ((int)day - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(wait + (7 * (n - 1)));
    }

    // The Gregorian computus as printed in Nature, 20 April 1876 (Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - (b / 4) - g + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
