using System.Collections.Concurrent;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Engine.State;

/// <summary>Spares reading a row again whose text has not changed: most rows are read each sweep and written once a day. Thread-safe.</summary>
/// <remarks>The text decides, never the version: a ledger that was lost may count its versions anew. Documents do not change.</remarks>
public sealed class DocumentCache
{
    /// <summary>Rows kept at most; beyond it all are read anew.</summary>
    public const int Capacity = 20_000;

    private readonly ConcurrentDictionary<(Type, string), (string Json, object Document)> _known = new();

    /// <summary>The document of a row.</summary>
    /// <exception cref="LedgerDocumentException">The text is not such a document.</exception>
    public T Read<T>(LedgerRow row)
        where T : class
    {
        var key = (typeof(T), row.Key);
        if (_known.TryGetValue(key, out var known) && known.Json == row.Json)
        {
            return (T)known.Document;
        }

        var document = LedgerJson.Read<T>(row.Key, row.Json);
        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        _known[key] = (row.Json, document);
        return document;
    }
}
