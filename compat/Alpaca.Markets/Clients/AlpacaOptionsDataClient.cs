namespace Alpaca.Markets;

internal sealed class AlpacaOptionsDataClient(ApiConnection connection) : IAlpacaOptionsDataClient
{
    public async Task<IReadOnlyDictionary<string, IQuote>> ListLatestQuotesAsync(
        LatestOptionsDataRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.PathAndQuery("quotes/latest");
        var answer = await connection.GetAsync<LatestQuotes>(path, cancellationToken).ConfigureAwait(false);
        return BySymbol.Of<IQuote, Quote>(answer.Quotes);
    }

    public async Task<IReadOnlyDictionary<string, ITrade>> ListLatestTradesAsync(
        LatestOptionsDataRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.PathAndQuery("trades/latest");
        var answer = await connection.GetAsync<LatestTrades>(path, cancellationToken).ConfigureAwait(false);
        return BySymbol.Of<ITrade, Trade>(answer.Trades);
    }

    public async Task<IDictionaryPage<IOptionSnapshot>> ListSnapshotsAsync(
        OptionSnapshotRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await connection.GetAsync<OptionSnapshotsPage>(request.PathAndQuery(), cancellationToken).ConfigureAwait(false);
    }

    public IRateLimitValues GetRateLimitValues() => connection.RateLimit;

    public void Dispose() => connection.Dispose();
}
