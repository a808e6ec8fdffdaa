using ExitDesk.Simulator.Alpaca;
using Xunit;

namespace ExitDesk.Simulator.Tests.Alpaca;

public sealed class CorporateActionRoutesTests
{
    private static readonly AlpacaOptions Announced = new()
    {
        Dividends =
        [
            new AnnouncedDividend("GOOG", 0.21m, new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 10)),
            new AnnouncedDividend("SPY", 1.90m, new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 11)),
        ],
    };

    [Theory]
    [InlineData("start=2026-11-20&end=2026-12-09", "")]
    [InlineData("start=2026-11-20&end=2026-12-10", "GOOG")]
    [InlineData("start=2026-11-20&end=2026-12-11", "GOOG,SPY")]
    [InlineData("start=2026-12-11&end=2026-12-11", "SPY")]
    [InlineData("start=2026-11-20&end=2026-12-31&symbols=SPY", "SPY")]
    [InlineData("start=2026-11-20&end=2026-12-31&types=forward_split", "")]
    [InlineData("types=cash_dividend", "")]
    public async Task WhenDividendsAreRead_TheDayOfPaymentFilters(string query, string symbols)
    {
        await using var bench = await AlpacaBench.StartAsync(Announced);

        var body = await bench.ExpectAsync(200, "GET /v1/corporate-actions?" + query);

        var rows = body["corporate_actions"]!["cash_dividends"]?.AsArray() ?? [];
        Assert.Equal(symbols, string.Join(',', rows.Select(row => (string?)row!["symbol"])));
    }

    [Fact]
    public async Task WhenThereAreMorePages_ATokenLeadsOn()
    {
        await using var bench = await AlpacaBench.StartAsync(Announced);
        const string Query = "GET /v1/corporate-actions?start=2026-11-20&end=2026-12-31&limit=1";

        var first = await bench.ExpectAsync(200, Query);
        var second = await bench.ExpectAsync(200, $"{Query}&page_token={first["next_page_token"]}");

        Assert.Equal("GOOG", (string?)first["corporate_actions"]!["cash_dividends"]![0]!["symbol"]);
        Assert.Equal("SPY", (string?)second["corporate_actions"]!["cash_dividends"]![0]!["symbol"]);
        Assert.Null(second["next_page_token"]);
    }
}
