using Microsoft.Azure.Functions.Worker.Hosting;
using Xunit;

namespace ExitDesk.Compat.Tests.FunctionsWorker;

public sealed class TimerScheduleTests
{
    private static readonly DateTime Start = new(2026, 7, 3, 14, 0, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("*/15 * * * * *", "2026-07-03T14:00:15")]
    [InlineData("0 */5 * * * *", "2026-07-03T14:05:00")]
    [InlineData("*/5 * * * *", "2026-07-03T14:05:00")]
    [InlineData("0 30 20 * * 1-5", "2026-07-03T20:30:00")]
    [InlineData("0 0 9 * * Mon", "2026-07-06T09:00:00")]
    [InlineData("00:00:30", "2026-07-03T14:00:35")]
    public void WhenTextIsASchedule_NextOccurrenceFollows(string text, string expected) =>
        Assert.Equal(DateTime.Parse(expected, null), TimerSchedule.TryParse(text)!.After(Start));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("61 * * * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("00:00:00")]
    [InlineData("-00:01:00")]
    public void WhenTextIsNone_NothingIsRead(string text) => Assert.Null(TimerSchedule.TryParse(text));

    [Theory]
    [InlineData("59 * * * * *", true)]
    [InlineData("00:01:00", true)]
    [InlineData("00:00:59", false)]
    [InlineData("0,30 * * * * *", false)]
    public void WhenOccurrencesAreAMinuteApart_ScheduleIsSparse(string text, bool expected) =>
        Assert.Equal(expected, TimerSchedule.TryParse(text)!.IsSparse(Start));
}
