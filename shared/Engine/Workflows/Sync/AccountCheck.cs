using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Ties the ledger to one broker account: keys of another account must not be mixed into it.</summary>
public sealed class AccountCheck(IMarketData market, ILedger ledger, DeskLedger documents)
{
    private volatile string? _checked;
    private volatile string? _foreign;
    private volatile bool _isTried;

    /// <summary>Why keys and ledger do not belong together; null if they do, or if the account cannot be read: stops do not stop with it.</summary>
    public async Task<string?> KnownMismatchAsync(CancellationToken cancellationToken)
    {
        if (!_isTried)
        {
            await MismatchAsync(cancellationToken).ConfigureAwait(false);
        }

        return _foreign;
    }

    /// <summary>Why keys and ledger do not belong together, or cannot be compared; null if they do.</summary>
    public async Task<string?> MismatchAsync(CancellationToken cancellationToken)
    {
        if (_checked is not null)
        {
            return null;
        }

        _isTried = true;
        var account = await market.GetAccountAsync(cancellationToken).ConfigureAwait(false);
        if (!account.Succeeded)
        {
            return $"account: {account.Failure}";
        }

        var known = await documents.FindAsync<LedgerAccount>(LedgerKeys.Account, cancellationToken).ConfigureAwait(false);
        if (known is null)
        {
            var row = new LedgerChange.Insert(LedgerKeys.Account, LedgerJson.Write(new LedgerAccount(account.Value.Number)));
            await ledger.CommitAsync([row], cancellationToken).ConfigureAwait(false);
            known = await documents.FindAsync<LedgerAccount>(LedgerKeys.Account, cancellationToken).ConfigureAwait(false);
        }

        if (known is null)
        {
            return "account: the ledger did not take its number";
        }

        if (known.Value.Number != account.Value.Number)
        {
            return _foreign = $"the keys open account {account.Value.Number}, but this ledger belongs to {known.Value.Number}: "
                + "set EXITDESK_ACCOUNT to a name of its own for each account";
        }

        _foreign = null;
        _checked = account.Value.Number;
        return null;
    }
}
