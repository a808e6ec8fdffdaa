using System.Collections.Concurrent;
using ExitDesk.Domain.Contracts;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Market;

/// <summary>Prices and dividends of the stocks behind what is held, by underlying. The broker is asked by its own spelling of each stock.</summary>
/// <remarks>
/// That spelling is the underlying's own but for share classes. Those are told by shares that are held, else by the broker's contract:
/// another stock may have the plain spelling. The contract is read once where the name may be one of a share class, or where the plain
/// spelling has no price. Kept in this process.
/// </remarks>
public sealed class UnderlyingReads(IMarketData market)
{
    private readonly ConcurrentDictionary<string, string> _spellings = new(StringComparer.Ordinal);

    /// <summary>Latest prices.</summary>
    /// <param name="symbols">OCC or stock symbols of what is held.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>By underlying; one without price, or whose price could not be read beside others, is absent. Failed if nothing could be read.</returns>
    public async Task<BrokerRead<IReadOnlyDictionary<string, StockPrice>>> PricesAsync(
        IEnumerable<string> symbols, CancellationToken cancellationToken)
    {
        var wanted = Grouped(symbols);
        var found = new Dictionary<string, StockPrice>(StringComparer.Ordinal);
        await LearnAsync(wanted.Where(static group => StockSymbol.MayBeShareClass(group.Key)).Select(static group => group.Value), cancellationToken).ConfigureAwait(false);
        if (await AddAsync(found, [.. wanted.Keys], cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return BrokerRead<IReadOnlyDictionary<string, StockPrice>>.Failed(failure);
        }

        foreach (var priced in found.Keys.Where(static underlying => !StockSymbol.MayBeShareClass(underlying)))
        {
            _spellings.TryAdd(priced, priced);
        }

        List<string> unheard = [.. wanted.Keys.Where(underlying => !_spellings.ContainsKey(underlying) && !StockSymbol.MayBeShareClass(underlying))];
        await LearnAsync(unheard.Select(underlying => wanted[underlying]), cancellationToken).ConfigureAwait(false);
        List<string> respelled = [.. unheard.Where(underlying => Spelling(underlying) != underlying)];
        if (respelled.Count > 0)
        {
            // What was found stands; where this fails the price is absent.
            await AddAsync(found, respelled, cancellationToken).ConfigureAwait(false);
        }

        return BrokerRead<IReadOnlyDictionary<string, StockPrice>>.Of(found);
    }

    /// <summary>Cash dividends that go ex from one day to another, both included.</summary>
    /// <param name="symbols">OCC or stock symbols of what is held.</param>
    /// <param name="from">First ex-date.</param>
    /// <param name="to">Last ex-date.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>Those of which it is not known how the broker spells them are unknown, and no others. Failed if any call failed.</returns>
    public async Task<BrokerRead<AnnouncedDividends>> DividendsAsync(
        IEnumerable<string> symbols, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var wanted = Grouped(symbols);
        await LearnAsync(wanted.Values, cancellationToken).ConfigureAwait(false);
        var unknown = wanted.Keys.Where(underlying => !_spellings.ContainsKey(underlying)).ToHashSet(StringComparer.Ordinal);
        var known = wanted.Keys.Where(underlying => !unknown.Contains(underlying)).Select(Spelling).ToList();
        if (known.Count == 0)
        {
            return BrokerRead<AnnouncedDividends>.Of(AnnouncedDividends.None with { Unknown = unknown });
        }

        var read = await market.GetDividendsAsync(known, from, to, cancellationToken).ConfigureAwait(false);
        return read.Succeeded
            ? BrokerRead<AnnouncedDividends>.Of(new AnnouncedDividends(
                read.Value
                    .GroupBy(static dividend => StockSymbol.OptionRoot(dividend.Symbol))
                    .ToDictionary(static group => group.Key, static group => group.Sum(static dividend => dividend.Amount)),
                unknown))
            : BrokerRead<AnnouncedDividends>.Failed(read.Failure);
    }

    private string Spelling(string underlying) => _spellings.GetValueOrDefault(underlying, underlying);

    // An underlying and one contract on it; null where shares have told its spelling.
    private Dictionary<string, string?> Grouped(IEnumerable<string> symbols)
    {
        var groups = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var symbol in symbols.Order(StringComparer.Ordinal))
        {
            var underlying = StockSymbol.UnderlyingOf(symbol);
            if (OccSymbol.TryParse(symbol, out _, out _))
            {
                groups.TryAdd(underlying, symbol);
                continue;
            }

            groups.TryAdd(underlying, null);
            _spellings[underlying] = symbol;
        }

        return groups;
    }

    // One contract on each underlying; null where shares have told its spelling.
    private async Task LearnAsync(IEnumerable<string?> told, CancellationToken cancellationToken)
    {
        List<string> contracts = [.. told.OfType<string>().Where(contract => !_spellings.ContainsKey(StockSymbol.UnderlyingOf(contract)))];
        if (contracts.Count == 0)
        {
            return;
        }

        foreach (var (contract, read) in await market.GetContractsAsync(contracts, cancellationToken).ConfigureAwait(false))
        {
            // Of a contract that a merger changed, the broker may name another stock: that is not this underlying.
            if (read.Succeeded)
            {
                var underlying = StockSymbol.UnderlyingOf(contract);
                _spellings.TryAdd(underlying, StockSymbol.OptionRoot(read.Value.Underlying) == underlying ? read.Value.Underlying : underlying);
            }
        }
    }

    // Null, or why it failed.
    private async Task<string?> AddAsync(Dictionary<string, StockPrice> found, IReadOnlyCollection<string> underlyings, CancellationToken cancellationToken)
    {
        var read = await market.GetStockPricesAsync([.. underlyings.Select(Spelling)], cancellationToken).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return read.Failure;
        }

        foreach (var underlying in underlyings)
        {
            if (read.Value.TryGetValue(Spelling(underlying), out var price))
            {
                found[underlying] = price;
            }
        }

        return null;
    }
}
