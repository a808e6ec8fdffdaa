using Azure.Data.Tables;

namespace ExitDesk.Engine.Adapters.Tables;

/// <summary>Makes the table before the first call to it, once for the process, and once more each time it turns out to be gone.</summary>
internal sealed class TableAtFirstUse(TableClient client, TableTransactions transactions) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private volatile bool _isThere;

    public async ValueTask EnsureAsync(CancellationToken cancellationToken)
    {
        if (_isThere)
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isThere)
            {
                transactions.CountWrite();
                await client.CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
                _isThere = true;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The storage says that there is no such table: the next call makes it anew. The one that found out fails.</summary>
    public void Forget() => _isThere = false;

    public void Dispose() => _gate.Dispose();
}
