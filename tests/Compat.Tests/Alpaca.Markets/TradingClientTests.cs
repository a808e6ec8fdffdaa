using Alpaca.Markets;
using Xunit;
using static ExitDesk.Compat.Tests.Alpaca.Markets.ScriptedApi;

namespace ExitDesk.Compat.Tests.Alpaca.Markets;

public sealed class TradingClientTests
{
    [Fact]
    public async Task WhenTheClockIsRead_ItsOffsetTimesComeAsUtc()
    {
        await using var api = await StartAsync(Json(
            """
            { "timestamp": "2026-11-20T09:31:02.123456789-05:00", "is_open": true,
              "next_open": "2026-11-23T09:30:00-05:00", "next_close": "2026-11-20T16:00:00-05:00", "phase": "core" }
            """));
        using var client = Clients.Trading(api.Address);

        var clock = await client.GetClockAsync();

        Assert.Equal(new DateTime(2026, 11, 20, 14, 31, 2, DateTimeKind.Utc), Truncated(clock.TimestampUtc));
        Assert.Equal(DateTimeKind.Utc, clock.TimestampUtc.Kind);
        Assert.True(clock.IsOpen);
        Assert.Equal(new DateTime(2026, 11, 23, 14, 30, 0, DateTimeKind.Utc), clock.NextOpenUtc);
        Assert.Equal(new DateTime(2026, 11, 20, 21, 0, 0, DateTimeKind.Utc), clock.NextCloseUtc);
        Assert.Equal("/v2/clock", Assert.Single(api.Received).Path);
    }

    [Fact]
    public async Task WhenTheCalendarIsRead_EachDayHasTheOffsetNewYorkHasThen()
    {
        await using var api = await StartAsync(Json(
            """
            [ { "date": "2026-10-30", "open": "09:30", "close": "16:00", "session_open": "0400", "session_close": "2000",
                "settlement_date": "2026-11-02" },
              { "date": "2026-11-27", "open": "09:30", "close": "13:00", "session_open": "0400", "session_close": "1700" } ]
            """));
        using var client = Clients.Trading(api.Address);

        var days = await client.ListIntervalCalendarAsync(
            new CalendarRequest(new DateOnly(2026, 10, 30), new DateOnly(2026, 11, 27)));

        Assert.Equal(new DateTimeOffset(2026, 10, 30, 9, 30, 0, TimeSpan.FromHours(-4)), days[0].Trading.OpenEst);
        Assert.Equal(TimeSpan.FromHours(-4), days[0].Trading.OpenEst.Offset);
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 13, 0, 0, TimeSpan.FromHours(-5)), days[1].Trading.CloseEst);
        Assert.Equal(TimeSpan.FromHours(-5), days[1].Trading.CloseEst.Offset);
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 17, 0, 0, TimeSpan.FromHours(-5)), days[1].Session.CloseEst);
        Assert.Equal(new DateTime(2026, 11, 27, 18, 0, 0, DateTimeKind.Utc), days[1].Trading.ToInterval().Into);
        var request = Assert.Single(api.Received);
        Assert.Equal("/v2/calendar", request.Path);
        Assert.Equal("2026-10-30", request.Query["start"]);
        Assert.Equal("2026-11-27", request.Query["end"]);
    }

    [Fact]
    public async Task WhenADayLacksItsClose_TheWholeCalendarFails()
    {
        await using var api = await StartAsync(Json("""[ { "date": "2026-11-27", "open": "09:30" } ]"""));
        using var client = Clients.Trading(api.Address);

        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => client.ListIntervalCalendarAsync(CalendarRequest.GetForSingleDay(new DateOnly(2026, 11, 27))));

        Failures.AssertJson(exception);
    }

    [Fact]
    public async Task WhenTheAccountIsRead_NumbersInTextAreNumbers()
    {
        await using var api = await StartAsync(Json(Payloads.Account));
        using var client = Clients.Trading(api.Address);

        var account = await client.GetAccountAsync();

        Assert.Equal(Guid.Parse("e6fe16f3-64a4-4921-8928-cadf02f92f98"), account.AccountId);
        Assert.Equal("PA3ABCDEFGHI", account.AccountNumber);
        Assert.Equal(AccountStatus.Active, account.Status);
        Assert.Equal("USD", account.Currency);
        Assert.Equal(-23140.20m, account.TradableCash);
        Assert.Equal(103820.56m, account.Equity);
        Assert.Equal(103529.24m, account.LastEquity);
        Assert.Equal(262113.632m, account.BuyingPower);
        Assert.Equal(98000.5m, account.OptionsBuyingPower);
        Assert.Equal(OptionsTradingLevel.LongCallPut, account.OptionsTradingLevel);
        Assert.Equal(3, (int)account.OptionsApprovedLevel!);
        Assert.Equal(2UL, account.DayTradeCount);
        Assert.False(account.IsTradingBlocked);
        Assert.True(account.ShortingEnabled);
        Assert.Equal(new DateTime(2019, 6, 12, 22, 47, 7, DateTimeKind.Utc), Truncated(account.CreatedAtUtc));
        Assert.Equal("/v2/account", Assert.Single(api.Received).Path);
    }

    [Fact]
    public async Task WhenTheAccountTellsOnlyWhatItMust_TheRestIsNull()
    {
        await using var api = await StartAsync(Json(Payloads.SmallestAccount));
        using var client = Clients.Trading(api.Address);

        var account = await client.GetAccountAsync();

        Assert.Null(account.Equity);
        Assert.Null(account.BuyingPower);
        Assert.Null(account.OptionsTradingLevel);
        Assert.Equal("USD", account.Currency);
    }

    [Fact]
    public async Task WhenTheAccountsStatusHasNoName_TheReadFails()
    {
        await using var api = await StartAsync(Json(Payloads.SmallestAccount.Replace("ACTIVE", "HIBERNATING")));
        using var client = Clients.Trading(api.Address);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => client.GetAccountAsync());

        Failures.AssertJson(exception);
    }

    [Fact]
    public void WhenACalendarEndsBeforeItBegins_ItIsRefused() =>
        Assert.Throws<ArgumentException>(() => new CalendarRequest(new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 1)));

    private static DateTime Truncated(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
