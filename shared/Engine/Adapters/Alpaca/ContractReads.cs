using ExitDesk.Domain.Contracts;
using ExitDesk.Engine.Ports.Broker;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Contracts, each read once a day at most. Thread-safe.</summary>
internal sealed class ContractReads(AlpacaReads reads, TimeProvider time)
{
    private readonly DailyCache<string, ContractTerms> _known = new(time);

    public async Task<IReadOnlyDictionary<string, BrokerRead<ContractTerms>>> ReadAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, BrokerRead<ContractTerms>>(StringComparer.Ordinal);
        foreach (var symbol in symbols)
        {
            answers[symbol] = await ReadAsync(symbol, cancellationToken).ConfigureAwait(false);
        }

        return answers;
    }

    private async Task<BrokerRead<ContractTerms>> ReadAsync(string symbol, CancellationToken cancellationToken)
    {
        if (_known.Find(symbol) is { } known)
        {
            return BrokerRead<ContractTerms>.Of(known);
        }

        var answer = await AlpacaReads.TryAsync(async () =>
        {
            var path = $"/v2/options/contracts/{Uri.EscapeDataString(symbol)}";
            var body = await reads.BodyAsync(path, cancellationToken).ConfigureAwait(false);
            return JsonRow.Read(body, "contract", row => ContractJson.Read(row, symbol));
        }).ConfigureAwait(false);
        if (answer.Succeeded)
        {
            _known.Keep(symbol, answer.Value);
        }

        return answer;
    }
}
