namespace ExitDesk.Engine.Ports.Ledger;

/// <summary>What every ledger asks of its callers. Whoever breaks a rule has a bug, and nothing is written.</summary>
public static class LedgerRules
{
    /// <summary>Characters of one document. A table row holds 1 MiB in all, at two bytes a character.</summary>
    public const int LongestDocument = 480_000;

    /// <exception cref="ArgumentException">
    /// None or too many changes, a key twice, an empty key or version, or a document too long.
    /// </exception>
    public static void Check(IReadOnlyList<LedgerChange> changes)
    {
        if (changes.Count is 0 or > ILedger.ChangesPerCommit)
        {
            throw new ArgumentException(
                $"a commit has 1 to {ILedger.ChangesPerCommit} changes, not {changes.Count}", nameof(changes));
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            CheckKey(change.Key);
            CheckDocument(change.Key, DocumentOf(change));
            CheckVersion(change);
            if (!keys.Add(change.Key))
            {
                throw new ArgumentException($"the key {change.Key} occurs twice in one commit", nameof(changes));
            }
        }
    }

    /// <exception cref="ArgumentException">A stream or key is empty, a document too long, a column cannot be stored.</exception>
    public static void Check(HistoryRow row)
    {
        CheckKey(row.Stream);
        CheckKey(row.Key);
        CheckDocument(row.Key, row.Json);
        foreach (var (name, value) in row.Columns)
        {
            if (!IsColumnName(name))
            {
                throw new ArgumentException($"row {row.Key}: a column cannot be named \"{name}\"", nameof(row));
            }

            if (value is not (string or decimal or long or int or bool or DateTimeOffset))
            {
                throw new ArgumentException(
                    $"row {row.Key}: column {name} cannot hold a {value?.GetType().Name ?? "null"}", nameof(row));
            }
        }
    }

    private static string DocumentOf(LedgerChange change) => change switch
    {
        LedgerChange.Insert insert => insert.Json,
        LedgerChange.Replace replace => replace.Json,
        LedgerChange.Put put => put.Json,
        _ => "",
    };

    // An empty version or a star would make an unconditional write of it.
    private static void CheckVersion(LedgerChange change)
    {
        if (change is LedgerChange.Replace { Version: null or "" or "*" } or LedgerChange.Delete { Version: "" or "*" })
        {
            throw new ArgumentException($"{change.Key} goes with no version that a read gave", nameof(change));
        }
    }

    private static void CheckKey(string key)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw new ArgumentException("a key is empty", nameof(key));
        }
    }

    private static void CheckDocument(string key, string json)
    {
        if (json.Length > LongestDocument)
        {
            throw new ArgumentException(
                $"the document of {key} has {json.Length} characters; {LongestDocument} fit", nameof(json));
        }
    }

    // Data, Data1 … hold the document, the others are the table's own.
    private static bool IsColumnName(string name) =>
        name is not ("" or "PartitionKey" or "RowKey" or "Timestamp" or "ETag")
        && !name.StartsWith("Data", StringComparison.Ordinal)
        && char.IsAsciiLetter(name[0])
        && name.All(char.IsAsciiLetterOrDigit);
}
