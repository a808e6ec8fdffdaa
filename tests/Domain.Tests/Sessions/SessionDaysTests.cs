using ExitDesk.Domain.Sessions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Sessions;

public sealed class SessionDaysTests
{
    // Three weeks without Thursdays, Fridays closing early.
    private static readonly Session[] Sessions =
    [
        .. Enumerable.Range(0, 21).Select(i => new DateOnly(2026, 11, 2).AddDays(i))
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday or DayOfWeek.Thursday))
            .Select(day => new Session(day, At(day, 14.5), At(day, day.DayOfWeek == DayOfWeek.Friday ? 18 : 21))),
    ];

    private static readonly SessionDays Days = new(Sessions);

    private static DateTimeOffset At(DateOnly day, double hours) => new DateTimeOffset(day, default, TimeSpan.Zero).AddHours(hours);

    private static readonly Gen<DateTimeOffset> Instants =
        from minutes in Gen.Choose(-2 * 24 * 60, 24 * 24 * 60)
        from seconds in Gen.Choose(0, 59)
        select Sessions[0].OpenAt.AddMinutes(minutes).AddSeconds(seconds);

    [Fact]
    public void WhateverTheInstants_TheMinutesAreThoseOfEachSession() => Prop.ForAll(Instants.ToArbitrary(), Instants.ToArbitrary(), (from, to) =>
    {
        var open = Sessions.Where(session => session.CloseAt > from && session.OpenAt < to).Sum(session =>
            ((session.CloseAt < to ? session.CloseAt : to) - (session.OpenAt > from ? session.OpenAt : from)).Ticks);
        return Days.TradingMinutes(from, to) == (from < Sessions[0].OpenAt ? null : (int)(open / TimeSpan.TicksPerMinute));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhateverTheInstant_ItsDateIsThatOfTheSessionItFallsInto() => Prop.ForAll(
        Instants.ToArbitrary(),
        at => Days.DateAt(at) == Sessions.FirstOrDefault(session => session.OpenAt <= at && at < session.CloseAt)?.Date).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenTheMarketOpensOrCloses_TheOpenIsOfTheDayAndTheCloseIsNot()
    {
        Assert.Equal(Sessions[1].Date, Days.DateAt(Sessions[1].OpenAt));
        Assert.Equal(Sessions[1].Date, Days.DateAt(Sessions[1].CloseAt.AddTicks(-1)));
        Assert.Null(Days.DateAt(Sessions[1].OpenAt.AddTicks(-1)));
        Assert.Null(Days.DateAt(Sessions[1].CloseAt));
        Assert.Null(new SessionDays([]).DateAt(Sessions[1].OpenAt));
    }
}
