namespace Alpaca.Markets;

internal sealed class AlpacaDataClient(ApiConnection connection) : IAlpacaDataClient
{
    public async Task<IReadOnlyDictionary<string, IQuote>> ListLatestQuotesAsync(
        LatestMarketDataListRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.PathAndQuery("quotes/latest");
        var answer = await connection.GetAsync<LatestQuotes>(path, cancellationToken).ConfigureAwait(false);
        return BySymbol.Of<IQuote, Quote>(answer.Quotes);
    }

    public async Task<IReadOnlyDictionary<string, ITrade>> ListLatestTradesAsync(
        LatestMarketDataListRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.PathAndQuery("trades/latest");
        var answer = await connection.GetAsync<LatestTrades>(path, cancellationToken).ConfigureAwait(false);
        return BySymbol.Of<ITrade, Trade>(answer.Trades);
    }

    public async Task<IReadOnlyDictionary<string, ISnapshot>> ListSnapshotsAsync(
        LatestMarketDataListRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.PathAndQuery("snapshots");
        var answer = await connection.GetAsync<Dictionary<string, Snapshot?>>(path, cancellationToken).ConfigureAwait(false);
        return BySymbol.Of<ISnapshot, Snapshot>(answer);
    }

    public IRateLimitValues GetRateLimitValues() => connection.RateLimit;

    public void Dispose() => connection.Dispose();
}
