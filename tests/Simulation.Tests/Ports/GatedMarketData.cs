using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Dividends;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Ports;

/// <summary>Clock and quotes as one process reads them.</summary>
internal sealed class GatedMarketData(Wire wire, IMarketData venue) : IMarketData
{
    private readonly GatedReads _reads = new(wire);

    public async Task<BrokerRead<ClockReading>> GetClockAsync(CancellationToken cancellationToken)
    {
        if (wire.Strikes(DayFault.ClockFails) is not null)
        {
            await wire.PassAsync(cancellationToken).ConfigureAwait(false);
            wire.Note("clock", "HTTP 500");
            return BrokerRead<ClockReading>.Failed("HTTP 500");
        }

        return await _reads.ReadAsync("clock", () => venue.GetClockAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public Task<BrokerRead<IReadOnlyList<Session>>> GetCalendarAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        _reads.ReadAsync("calendar", () => venue.GetCalendarAsync(from, to, cancellationToken), cancellationToken);

    public Task<BrokerRead<IReadOnlyDictionary<string, Quote>>> GetOptionQuotesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        _reads.ReadAsync("quotes", () => Told(symbols, venue.GetOptionQuotesAsync(symbols, cancellationToken)), cancellationToken);

    public Task<BrokerRead<IReadOnlyDictionary<string, OptionSnapshot>>> GetOptionSnapshotsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        _reads.ReadAsync("snapshots", () => Told(symbols, venue.GetOptionSnapshotsAsync(symbols, cancellationToken)), cancellationToken);

    public async Task<IReadOnlyDictionary<string, BrokerRead<ContractTerms>>> GetContractsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken)
    {
        await wire.PassAsync(cancellationToken).ConfigureAwait(false);
        return await _reads.FailureAsync(cancellationToken).ConfigureAwait(false) is { } failure
            ? symbols.ToDictionary(symbol => symbol, _ => BrokerRead<ContractTerms>.Failed(failure))
            : await venue.GetContractsAsync(symbols, cancellationToken).ConfigureAwait(false);
    }

    public Task<BrokerRead<IReadOnlyList<CashDividend>>> GetDividendsAsync(
        IReadOnlyCollection<string> underlyings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        _reads.ReadAsync("dividends", () => venue.GetDividendsAsync(underlyings, from, to, cancellationToken), cancellationToken);

    public Task<BrokerRead<IReadOnlyDictionary<string, StockPrice>>> GetStockPricesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        _reads.ReadAsync("stocks", () => Told(symbols, venue.GetStockPricesAsync(symbols, cancellationToken)), cancellationToken);

    public Task<BrokerRead<BrokerAccount>> GetAccountAsync(CancellationToken cancellationToken) =>
        _reads.ReadAsync("account", () => venue.GetAccountAsync(cancellationToken), cancellationToken);

    private Task<T> Told<T>(IReadOnlyCollection<string> symbols, Task<T> answer)
    {
        foreach (var symbol in symbols)
        {
            if (wire.World.Market.SpoilOf(symbol, wire.World.Loop.Now) is { } spoil)
            {
                wire.World.Faults.Bit(spoil.Kind);
            }
        }

        return answer;
    }
}
