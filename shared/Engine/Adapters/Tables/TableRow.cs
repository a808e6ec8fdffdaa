using Azure.Data.Tables;
using ExitDesk.Engine.Ports.Ledger;

namespace ExitDesk.Engine.Adapters.Tables;

/// <summary>Turns documents into table rows and back. Long ones go on in <c>Data1</c>, <c>Data2</c> …</summary>
/// <remarks>A string property holds 64 KiB, two bytes a character (Azure Storage, read 2026-11).</remarks>
internal static class TableRow
{
    private const string Data = "Data";
    private const int LongestPart = 32_000;

    public static TableEntity Of(string partition, string key, string json)
    {
        var row = new TableEntity(TableKey.Of(partition), TableKey.Of(key));
        var number = 0;
        for (var start = 0; start < json.Length || number == 0; number++)
        {
            var length = LengthOfPart(json, start);
            row[NameOfPart(number)] = json.Substring(start, length);
            start += length;
        }

        return row;
    }

    public static TableEntity Of(string account, HistoryRow history)
    {
        var row = Of(PartitionOf(account, history.Stream), history.Key, history.Json);
        foreach (var (name, value) in HistoryColumns.Stored(history.Columns))
        {
            row[name] = value;
        }

        return row;
    }

    public static string PartitionOf(string account, string stream) => $"{account}:{stream}";

    public static LedgerRow Read(TableEntity row) => new(TableKey.Read(row.RowKey), Document(row), row.ETag.ToString());

    public static HistoryRow Read(string stream, TableEntity row) => new(
        stream,
        TableKey.Read(row.RowKey),
        Document(row),
        row.Where(column => IsColumn(column.Key, column.Value))
            .ToDictionary(column => column.Key, column => column.Value, StringComparer.Ordinal));

    private static string Document(TableEntity row) => string.Concat(
        Enumerable.Range(0, row.Count)
            .Select(number => row.GetString(NameOfPart(number)))
            .TakeWhile(part => part is not null));

    private static string NameOfPart(int number) => number == 0 ? Data : $"{Data}{number}";

    // Half a surrogate pair is no text: it would arrive as a replacement character.
    private static int LengthOfPart(string json, int start)
    {
        var length = Math.Min(LongestPart, json.Length - start);
        return start + length < json.Length && char.IsHighSurrogate(json[start + length - 1]) ? length - 1 : length;
    }

    private static bool IsColumn(string name, object? value) =>
        value is not null
        && name is not ("PartitionKey" or "RowKey" or "Timestamp")
        && !name.StartsWith("odata", StringComparison.Ordinal)
        && !name.StartsWith(Data, StringComparison.Ordinal);
}
