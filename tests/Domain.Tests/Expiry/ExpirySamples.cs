using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Tests.Samples;

namespace ExitDesk.Domain.Tests.Expiry;

internal static class ExpirySamples
{
    public static readonly ExpirySettings Settings = ExpirySettings.Default;

    /// <summary>Christmas Eve 2015, 09:30 to 13:00 in New York.</summary>
    public static readonly Session EarlyClose = new(new DateOnly(2015, 12, 24), Utc(24, 14, 30), Utc(24, 18, 0));

    /// <summary>The regular day of <see cref="SampleSession"/>; deadline of stocks 15:00, 20:00 UTC.</summary>
    public static readonly Session Regular = new(SampleSession.Day, SampleSession.OpenAt, SampleSession.CloseAt);

    public static readonly DateTimeOffset Deadline = Utc(23, 20, 0);

    /// <summary>Strike 100, so that a cent of the underlying is 0.0001 of moneyness.</summary>
    public static OptionContract Contract(OptionRight right = OptionRight.Call, string root = "GOOG", int day = 23, decimal strike = 100m) =>
        new(root, new DateOnly(2015, 12, day), right, strike);

    public static DateTimeOffset Utc(int day, int hour, int minute) => new(2015, 12, day, hour, minute, 0, TimeSpan.Zero);

    /// <summary>The underlying at which a contract of strike 100 has a moneyness.</summary>
    public static decimal Underlying(OptionRight right, decimal moneyness) => 100m + (right == OptionRight.Call ? 100m : -100m) * moneyness;

    /// <summary>So many seconds before the deadline of the regular day.</summary>
    public static MarketMoment Before(double seconds) => SampleSession.At(Deadline.AddSeconds(-seconds));

    public static ExpiryAssessment Assess(
        decimal? moneyness, double secondsToDeadline, decimal? volatility = 0.25m, OptionRight right = OptionRight.Call, string root = "GOOG") =>
        ExpiryLadder.Assess(
            Contract(right, root), moneyness is { } m ? Underlying(right, m) : null, volatility, Before(secondsToDeadline), Settings);
}
