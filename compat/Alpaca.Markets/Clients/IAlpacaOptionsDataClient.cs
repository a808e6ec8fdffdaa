namespace Alpaca.Markets;

/// <summary>Option data. A contract the API knows nothing of is absent from the answer.</summary>
/// <remarks>Errors as of <see cref="IAlpacaDataClient"/>.</remarks>
public interface IAlpacaOptionsDataClient : IRateLimitProvider, IDisposable
{
    Task<IReadOnlyDictionary<string, IQuote>> ListLatestQuotesAsync(
        LatestOptionsDataRequest request, CancellationToken cancellationToken = default);

    Task<IReadOnlyDictionary<string, ITrade>> ListLatestTradesAsync(
        LatestOptionsDataRequest request, CancellationToken cancellationToken = default);

    /// <summary>Latest quote and trade, greeks and implied volatility of each contract in one call.</summary>
    Task<IDictionaryPage<IOptionSnapshot>> ListSnapshotsAsync(
        OptionSnapshotRequest request, CancellationToken cancellationToken = default);
}
