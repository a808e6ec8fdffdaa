using ExitDesk.Domain.Contracts;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Market;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>Reads what the account has for exercises: two calls a minute at most, while anything near the money expires today.</summary>
public sealed class AccountMeansReads(IMarketData market, IBrokerReads broker)
{
    /// <summary>A reading serves this long.</summary>
    public static readonly TimeSpan ServesFor = TimeSpan.FromSeconds(55);

    private (DateTimeOffset At, BrokerAccount Account)? _account;
    private (DateTimeOffset At, IReadOnlyDictionary<string, decimal> Held)? _held;

    /// <summary>Reads what is not known. A read that fails leaves unknown what it would have told; the next call tries again.</summary>
    public async Task<AccountMeans> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_account is not { } account || now - account.At >= ServesFor)
        {
            var read = await market.GetAccountAsync(cancellationToken).ConfigureAwait(false);
            _account = read.Succeeded ? (now, read.Value) : null;
        }

        if (_held is not { } held || now - held.At >= ServesFor)
        {
            var read = await broker.GetPositionsAsync(cancellationToken).ConfigureAwait(false);
            _held = read.Succeeded
                ? (now, read.Value.GroupBy(static position => NameOf(position.Symbol)).ToDictionary(static name => name.Key, static name => name.Sum(static position => position.Quantity)))
                : null;
        }

        return new AccountMeans(_account?.Account.Cash, _account?.Account.BuyingPower, _held?.Held);
    }

    // A contract is no share of its underlying.
    private static string NameOf(string symbol) => OccSymbol.LooksLikeOption(symbol) ? symbol : StockSymbol.OptionRoot(symbol);
}
