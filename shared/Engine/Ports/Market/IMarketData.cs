using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Dividends;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Ports.Market;

/// <summary>Clock, calendar and quotes. All reads; all may fail.</summary>
public interface IMarketData
{
    /// <summary>Symbols that one quote call takes.</summary>
    const int SymbolsPerCall = 100;

    Task<BrokerRead<ClockReading>> GetClockAsync(CancellationToken cancellationToken);

    /// <summary>The sessions from one day to another, both included, ascending.</summary>
    Task<BrokerRead<IReadOnlyList<Session>>> GetCalendarAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Latest quotes of options by OCC symbol, one call for each 100. A symbol without quote is absent.</summary>
    /// <returns>Failed if any call failed: a partial answer would make the rest look unquoted.</returns>
    Task<BrokerRead<IReadOnlyDictionary<string, Quote>>> GetOptionQuotesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken);

    /// <summary>Latest quotes, greeks and implied volatilities of options by OCC symbol, one call for each 100.</summary>
    /// <returns>Failed if any call failed. A symbol of which the feed says nothing is absent.</returns>
    Task<BrokerRead<IReadOnlyDictionary<string, OptionSnapshot>>> GetOptionSnapshotsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken);

    /// <summary>What the broker lists of options by OCC symbol, one call for each that was not asked for today.</summary>
    /// <returns>An answer for each symbol asked for: one that fails, or that the broker does not list, fails alone.</returns>
    Task<IReadOnlyDictionary<string, BrokerRead<ContractTerms>>> GetContractsAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken);

    /// <summary>Cash dividends of stocks that go ex from one day to another, both included, by day; read once a day.</summary>
    /// <remarks>The broker warns that it may learn of one late: none announced is not none to come.</remarks>
    /// <param name="underlyings">As the broker writes stocks, share classes with a dot.</param>
    /// <param name="from">First ex-date.</param>
    /// <param name="to">Last ex-date.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>Failed if any call failed: a stock without dividend must not be one that was not read.</returns>
    Task<BrokerRead<IReadOnlyList<CashDividend>>> GetDividendsAsync(
        IReadOnlyCollection<string> underlyings, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Latest prices of stocks, one call for each 100: the mid of a narrow quote, else the last trade. Unknown ones are absent.</summary>
    Task<BrokerRead<IReadOnlyDictionary<string, StockPrice>>> GetStockPricesAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken);

    /// <summary>The account that the keys open.</summary>
    Task<BrokerRead<BrokerAccount>> GetAccountAsync(CancellationToken cancellationToken);
}
