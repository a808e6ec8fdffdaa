using System.Buffers.Text;
using System.Text;

namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>The clocks of the two resolutions.</summary>
/// <remarks>Each day's wall time starts from the day's own midnight, so that no clock change falls into it unseen: sessions
/// are on weekdays, the clocks change on Sundays.</remarks>
internal static class BarClocks
{
    /// <summary>What a malformed first column of a minute file should have been.</summary>
    public const string MinuteRule = "a bar starts on a whole minute, in milliseconds since midnight New York: 34200000 is 09:30";

    /// <summary>What a malformed first column of an hour file should have been.</summary>
    public const string HourRule = "a bar starts at yyyyMMdd HH:mm, New York: 20140606 09:00";

    private const int SecondsOfMinute = 60;
    private const int SecondsOfHour = 3600;
    private const int SecondsOfDay = 24 * SecondsOfHour;

    /// <summary>Milliseconds since midnight of one day.</summary>
    public static BarClock Minute(int day, int dayStart) => (text, out bar) =>
    {
        bar = default;
        if (!TryDigits(text, out var milliseconds)
            || milliseconds % (SecondsOfMinute * 1000) != 0
            || milliseconds >= SecondsOfDay * 1000)
        {
            return BarClockReading.Malformed;
        }

        bar = new BarTime(day, dayStart + (milliseconds / 1000) + SecondsOfMinute);
        return BarClockReading.Wanted;
    };

    /// <summary>Day and wall time; <paramref name="dayStarts"/> knows the days wanted by <c>yyyyMMdd</c> as a number.</summary>
    public static BarClock Hour(IReadOnlyDictionary<int, (int Day, int Start)> dayStarts) => (text, out bar) =>
    {
        bar = default;
        if (text.Length != 14 || text[8] != ' ' || text[11] != ':'
            || !TryDigits(text[..8], out var date)
            || !TryDigits(text[9..11], out var hour) || hour >= 24
            || !TryDigits(text[12..], out var minute) || minute >= 60)
        {
            return BarClockReading.Malformed;
        }

        if (!dayStarts.TryGetValue(date, out var found))
        {
            return BarClockReading.OtherDay;
        }

        bar = new BarTime(found.Day, found.Start + (hour * SecondsOfHour) + (minute * SecondsOfMinute) + SecondsOfHour);
        return BarClockReading.Wanted;
    };

    /// <summary>A number of digits alone: no sign, no blank, no fraction.</summary>
    public static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        return !text.IsEmpty && Ascii.IsValid(text) && text[0] is >= (byte)'0' and <= (byte)'9'
            && Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length;
    }
}
