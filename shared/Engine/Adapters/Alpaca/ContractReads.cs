using System.Globalization;
using ExitDesk.Domain.Contracts;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Contracts, each read once a day at most: many that expire together in one list, others one by one. Thread-safe.</summary>
internal sealed class ContractReads(AlpacaReads reads, TimeProvider time)
{
    /// <summary>From so many of one expiration on a list costs less than single calls.</summary>
    private const int WorthAList = 5;

    private const int RowsPerPage = 10_000;

    /// <summary>After so many failures that are not about the one contract, the others are not tried: each may take seconds.</summary>
    private const int MostFailures = 3;

    private readonly DailyCache<string, ContractTerms> _known = new(time);

    public async Task<IReadOnlyDictionary<string, BrokerRead<ContractTerms>>> ReadAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken)
    {
        await ListAsync([.. symbols.Where(symbol => _known.Find(symbol) is null)], cancellationToken).ConfigureAwait(false);
        var answers = new Dictionary<string, BrokerRead<ContractTerms>>(StringComparer.Ordinal);
        var failures = 0;
        var last = "";
        foreach (var symbol in symbols)
        {
            if (_known.Find(symbol) is { } known)
            {
                answers[symbol] = BrokerRead<ContractTerms>.Of(known);
                continue;
            }

            var answer = failures < MostFailures
                ? await AlpacaReads.TryAsync(() => OneAsync(symbol, cancellationToken)).ConfigureAwait(false)
                : BrokerRead<Listing>.Failed(last);
            (failures, last) = answer.Succeeded ? (failures, last) : (failures + 1, answer.Failure);
            answers[symbol] = AnswerOf(symbol, answer);
        }

        return answers;
    }

    // A list is only a short cut: what it does not tell, or what fails, is asked for one by one.
    private async Task ListAsync(IReadOnlyCollection<string> symbols, CancellationToken cancellationToken)
    {
        var wanted = symbols.ToHashSet(StringComparer.Ordinal);
        var groups = symbols
            .Select(symbol => OccSymbol.TryParse(symbol, out var contract, out _) ? contract : null)
            .OfType<OptionContract>()
            .GroupBy(contract => contract.Expiration)
            .Where(group => group.Count() >= WorthAList);
        foreach (var group in groups)
        {
            await AlpacaReads.TryAsync(async () =>
            {
                await PagesAsync(Query([.. group]), wanted, cancellationToken).ConfigureAwait(false);
                return group;
            }).ConfigureAwait(false);
        }
    }

    private async Task PagesAsync(string query, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var token = "";
        do
        {
            var call = token.Length == 0 ? query : $"{query}&page_token={Uri.EscapeDataString(token)}";
            var body = await reads.BodyAsync(call, cancellationToken).ConfigureAwait(false);
            (var page, token) = JsonRow.Read(body, "contracts", row => (Wanted(row, wanted), row.Text("next_page_token")));
            foreach (var contract in page)
            {
                _known.Keep(contract.Symbol, contract);
            }
        }
        while (token.Length > 0 && tokens.Add(token));
    }

    private static List<ContractTerms> Wanted(JsonRow page, HashSet<string> wanted) =>
        [.. page.List("option_contracts").Where(row => wanted.Contains(row.Text("symbol"))).Select(row => ContractJson.Read(row, row.Text("symbol")))];

    private static string Query(IReadOnlyCollection<OptionContract> contracts)
    {
        var underlyings = string.Join(',', contracts.Select(contract => contract.Underlying).Distinct().Order(StringComparer.Ordinal));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/v2/options/contracts?underlying_symbols={Uri.EscapeDataString(underlyings)}&expiration_date={contracts.First().Expiration:yyyy-MM-dd}&strike_price_gte={contracts.Min(contract => contract.Strike)}&strike_price_lte={contracts.Max(contract => contract.Strike)}&limit={RowsPerPage}");
    }

    private async Task<Listing> OneAsync(string symbol, CancellationToken cancellationToken)
    {
        var path = $"/v2/options/contracts/{Uri.EscapeDataString(symbol)}";
        var body = await reads.BodyIfAnyAsync(path, cancellationToken).ConfigureAwait(false);
        return new Listing(body is null ? null : JsonRow.Read(body, "contract", row => ContractJson.Read(row, symbol)));
    }

    private BrokerRead<ContractTerms> AnswerOf(string symbol, BrokerRead<Listing> answer)
    {
        if (answer is { Succeeded: true, Value.Contract: { } contract })
        {
            _known.Keep(symbol, contract);
            return BrokerRead<ContractTerms>.Of(contract);
        }

        return BrokerRead<ContractTerms>.Failed(answer.Failure ?? $"the broker lists no contract {symbol}");
    }

    // Null where the broker says plainly that it lists no such contract.
    private sealed record Listing(ContractTerms? Contract);
}
