using NodaTime;

namespace ExitDesk.Simulator.Venue;

/// <summary>Full-day holidays of the New York exchanges [nyse.com/markets/hours-calendars, read 2026-11].</summary>
internal static class ExchangeHolidays
{
    public static bool Includes(LocalDate day) =>
        IsObserved(day, 1, 1, fromSaturday: false)
        || IsNth(day, 1, IsoDayOfWeek.Monday, 3)
        || IsNth(day, 2, IsoDayOfWeek.Monday, 3)
        || day == EasterSunday(day.Year).PlusDays(-2)
        || (day.Month == 5 && day.DayOfWeek == IsoDayOfWeek.Monday && day.Day > 24)
        || (day.Year >= 2022 && IsObserved(day, 6, 19))
        || IsObserved(day, 7, 4)
        || IsNth(day, 9, IsoDayOfWeek.Monday, 1)
        || IsNth(day, 11, IsoDayOfWeek.Thursday, 4)
        || IsObserved(day, 12, 25);

    // A Saturday holiday moves to Friday, except New Year's, whose Friday belongs to the old year's books.
    private static bool IsObserved(LocalDate day, int month, int dayOfMonth, bool fromSaturday = true)
    {
        var holiday = new LocalDate(day.Year, month, dayOfMonth);
        return day == holiday
            || (day.DayOfWeek == IsoDayOfWeek.Monday && day == holiday.PlusDays(1))
            || (fromSaturday && day.DayOfWeek == IsoDayOfWeek.Friday && day == holiday.PlusDays(-1));
    }

    private static bool IsNth(LocalDate day, int month, IsoDayOfWeek weekday, int nth) =>
        day.Month == month && day.DayOfWeek == weekday && (day.Day + 6) / 7 == nth;

    /// <summary>The Gregorian computus of Meeus, Jones and Butcher.</summary>
    private static LocalDate EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - (b / 4) - g + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }
}
