using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Tests.Samples;

/// <summary>One regular day: Wednesday 2015-12-23, 09:30 to 16:00 in New York.</summary>
internal static class SampleSession
{
    public static readonly DateOnly Day = new(2015, 12, 23);
    public static readonly DateTimeOffset OpenAt = new(2015, 12, 23, 14, 30, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset CloseAt = OpenAt.AddHours(6.5);
    public static readonly DateTimeOffset NextOpenAt = OpenAt.AddDays(1);
    public static readonly DateTimeOffset Noon = OpenAt.AddHours(2.5);

    /// <summary>A moment of the session.</summary>
    public static MarketMoment At(DateTimeOffset now) => new(now, true, NextOpenAt, new Session(Day, OpenAt, CloseAt));

    /// <summary>Noon and so many seconds.</summary>
    public static MarketMoment Later(double seconds) => At(Noon.AddSeconds(seconds));

    /// <summary>After the close.</summary>
    public static MarketMoment Closed => new(CloseAt.AddHours(1), false, NextOpenAt, new Session(Day, OpenAt, CloseAt));
}
