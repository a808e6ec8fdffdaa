using System.Globalization;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.TestKit.Ledgers;

/// <summary>The rows of one partition, sorted as the table sorts them. Not thread-safe.</summary>
internal sealed class RowStore
{
    private readonly SortedDictionary<string, LedgerRow> _rows = new(StringComparer.Ordinal);
    private long _writes;

    public LedgerRow? Find(string key) => _rows.GetValueOrDefault(key);

    public IReadOnlyList<LedgerRow> List(string prefix) =>
        [.. _rows.Values.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>All or nothing; the conflict named is the first in the order of the changes.</summary>
    public CommitOutcome Commit(IReadOnlyList<LedgerChange> changes)
    {
        if (changes.FirstOrDefault(change => !IsPossible(change)) is { } impossible)
        {
            return new CommitOutcome.Conflict(impossible.Key);
        }

        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (JsonOf(change) is { } json)
            {
                versions[change.Key] = Write(change.Key, json);
            }
            else
            {
                _rows.Remove(change.Key);
            }
        }

        return new CommitOutcome.Committed(versions);
    }

    private bool IsPossible(LedgerChange change) => change switch
    {
        LedgerChange.Insert => !_rows.ContainsKey(change.Key),
        LedgerChange.Replace replace => Find(change.Key)?.Version == replace.Version,
        LedgerChange.Delete { Version: { } version } => Find(change.Key)?.Version == version,
        _ => true,
    };

    private string Write(string key, string json)
    {
        var version = (++_writes).ToString(CultureInfo.InvariantCulture);
        _rows[key] = new LedgerRow(key, json, version);
        return version;
    }

    private static string? JsonOf(LedgerChange change) => change switch
    {
        LedgerChange.Insert insert => insert.Json,
        LedgerChange.Replace replace => replace.Json,
        LedgerChange.Put put => put.Json,
        _ => null,
    };
}
