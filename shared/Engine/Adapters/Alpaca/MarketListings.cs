using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Dividends;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Contracts and dividends. Contracts come from the trading API and its budget of calls, dividends from the data API.</summary>
internal sealed class MarketListings : IDisposable
{
    private readonly AlpacaConnection _trading;
    private readonly AlpacaConnection _data;
    private readonly ContractReads _contracts;
    private readonly DividendReads _dividends;

    public MarketListings(AlpacaOptions options, TimeProvider time, BrokerCalls calls)
    {
        _trading = new AlpacaConnection(options.TradingUrl, options, time, calls, CallShare.Others);
        _data = new AlpacaConnection(options.DataUrl, options, time, null);
        _contracts = new ContractReads(new AlpacaReads(_trading), time);
        _dividends = new DividendReads(new AlpacaReads(_data), time);
    }

    public Task<IReadOnlyDictionary<string, BrokerRead<ContractTerms>>> ContractsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) => _contracts.ReadAsync(symbols, cancellationToken);

    public Task<BrokerRead<IReadOnlyList<CashDividend>>> DividendsAsync(
        IReadOnlyCollection<string> underlyings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        AlpacaReads.TryAsync(() => _dividends.ReadAsync(underlyings, from, to, cancellationToken));

    public void Dispose()
    {
        _trading.Dispose();
        _data.Dispose();
    }
}
