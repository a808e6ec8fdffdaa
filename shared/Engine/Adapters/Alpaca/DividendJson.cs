using System.Globalization;
using ExitDesk.Domain.Dividends;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads cash dividends of a page of corporate actions (docs.alpaca.markets, "Corporate actions", read 2026-11).</summary>
internal static class DividendJson
{
    /// <summary>The dividends of one page.</summary>
    /// <exception cref="FailedReadException">The page has another shape, or a day or an amount cannot be relied on.</exception>
    public static IReadOnlyList<CashDividend> ReadPage(JsonRow page) =>
        [.. page.Row("corporate_actions").List("cash_dividends").Where(row => row.Number("rate") != 0).Select(Read)];

    private static CashDividend Read(JsonRow row)
    {
        var rate = row.Number("rate");
        return rate < 0 ? throw row.Wrong("rate", "is below 0")
            : DateOnly.TryParseExact(row.Text("ex_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exDate)
                ? new CashDividend(row.RequiredText("symbol"), exDate, rate)
                : throw row.Wrong("ex_date", "is no day");
    }
}
