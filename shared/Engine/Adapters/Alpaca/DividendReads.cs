using System.Globalization;
using ExitDesk.Domain.Dividends;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Cash dividends by the market data API, each question asked once a day. Thread-safe.</summary>
internal sealed class DividendReads(AlpacaReads reads, TimeProvider time)
{
    private const int SymbolsPerCall = 100;
    private const int RowsPerPage = 1000;

    // The API filters by the day on which an action is processed, for dividends the day of payment, weeks after the ex-date.
    // Source: docs.alpaca.markets, "Corporate actions", read 2026-11.
    private const int LongestWaitForPayment = 120;

    private readonly DailyCache<string, IReadOnlyList<CashDividend>> _known = new(time);

    /// <exception cref="FailedReadException">A page failed, or pages repeat.</exception>
    public async Task<IReadOnlyList<CashDividend>> ReadAsync(
        IReadOnlyCollection<string> underlyings, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var found = new List<CashDividend>();
        foreach (var chunk in underlyings.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Chunk(SymbolsPerCall))
        {
            var query = string.Create(
                CultureInfo.InvariantCulture,
                $"/v1/corporate-actions?symbols={Uri.EscapeDataString(string.Join(',', chunk))}&types=cash_dividend&start={from:yyyy-MM-dd}&end={to.AddDays(LongestWaitForPayment):yyyy-MM-dd}&limit={RowsPerPage}");
            found.AddRange(await PagesAsync(query, cancellationToken).ConfigureAwait(false));
        }

        return
        [
            .. found.Where(dividend => dividend.ExDate >= from && dividend.ExDate <= to)
                .Distinct()
                .OrderBy(dividend => dividend.ExDate)
                .ThenBy(dividend => dividend.Symbol, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyList<CashDividend>> PagesAsync(string query, CancellationToken cancellationToken)
    {
        if (_known.Find(query) is { } known)
        {
            return known;
        }

        var found = new List<CashDividend>();
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var token = "";
        do
        {
            var call = token.Length == 0 ? query : $"{query}&page_token={Uri.EscapeDataString(token)}";
            var body = await reads.BodyAsync(call, cancellationToken).ConfigureAwait(false);
            (var page, token) = JsonRow.Read(body, "corporate actions", row => (DividendJson.ReadPage(row), row.Text("next_page_token")));
            found.AddRange(page);
            if (token.Length > 0 && !tokens.Add(token))
            {
                throw new FailedReadException("corporate actions: the broker repeats a page, the rest cannot be listed");
            }
        }
        while (token.Length > 0);

        _known.Keep(query, found);
        return found;
    }
}
