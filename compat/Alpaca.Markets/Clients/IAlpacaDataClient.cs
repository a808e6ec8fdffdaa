namespace Alpaca.Markets;

/// <summary>Stock data. A symbol the API knows nothing of is absent from the answer.</summary>
/// <remarks>
/// Errors as of <see cref="IAlpacaTradingClient"/>, and <see cref="RequestValidationException"/> when a request holds no symbol
/// or a blank one.
/// </remarks>
public interface IAlpacaDataClient : IRateLimitProvider, IDisposable
{
    Task<IReadOnlyDictionary<string, IQuote>> ListLatestQuotesAsync(
        LatestMarketDataListRequest request, CancellationToken cancellationToken = default);

    Task<IReadOnlyDictionary<string, ITrade>> ListLatestTradesAsync(
        LatestMarketDataListRequest request, CancellationToken cancellationToken = default);

    /// <summary>Latest trade and quote of each symbol in one call.</summary>
    Task<IReadOnlyDictionary<string, ISnapshot>> ListSnapshotsAsync(
        LatestMarketDataListRequest request, CancellationToken cancellationToken = default);
}
