using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>The REST API's calls on one table.</summary>
internal sealed class RowRequests(TableChannel channel, string table)
{
    private static readonly (string, string) Accept = ("Accept", "application/json;odata=minimalmetadata");
    private static readonly (string, string) DataServiceVersion = ("DataServiceVersion", "3.0");
    private static readonly (string, string) Json = ("Content-Type", "application/json");
    private static readonly (string, string) NoContent = ("Prefer", "return-no-content");

    public RowRequest CreateTable() => new(
        RequestMethod.Post,
        channel.Address("Tables"),
        [Accept, DataServiceVersion, Json, NoContent],
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = table }));

    public RowRequest DeleteTable() => new(
        RequestMethod.Delete, channel.Address($"Tables('{Key(table)}')"), [Accept, DataServiceVersion], default);

    public RowRequest Insert(ITableEntity entity) => new(
        RequestMethod.Post,
        channel.Address(Encode(table)),
        [Accept, DataServiceVersion, Json, NoContent],
        EntityWriter.Write(entity));

    /// <summary>Changes or replaces a row; without an ETag also inserts it.</summary>
    public RowRequest Write(ITableEntity entity, TableUpdateMode mode, ETag? ifMatch) => new(
        mode switch { TableUpdateMode.Merge => RequestMethod.Patch, TableUpdateMode.Replace => RequestMethod.Put },
        Row(entity.PartitionKey, entity.RowKey),
        [Accept, DataServiceVersion, Json, .. IfMatch(ifMatch)],
        EntityWriter.Write(entity));

    public RowRequest Delete(string partitionKey, string rowKey, ETag ifMatch) => new(
        RequestMethod.Delete,
        Row(partitionKey, rowKey),
        [Accept, DataServiceVersion, .. IfMatch(ifMatch == default ? ETag.All : ifMatch)],
        default);

    public RowRequest Read(string partitionKey, string rowKey, IEnumerable<string>? select) => new(
        RequestMethod.Get, Row(partitionKey, rowKey, Query(("$select", Joined(select)))), [Accept, DataServiceVersion], default);

    public RowRequest Find(string? filter, int? top, IEnumerable<string>? select, Continuation from) => new(
        RequestMethod.Get,
        channel.Address($"{Encode(table)}()" + Query(
            ("$top", top?.ToString(CultureInfo.InvariantCulture)),
            ("$select", Joined(select)),
            ("$filter", filter),
            ("NextPartitionKey", from.PartitionKey),
            ("NextRowKey", from.RowKey))),
        [Accept, DataServiceVersion],
        default);

    private static IEnumerable<(string, string)> IfMatch(ETag? etag) =>
        etag is { } version ? [("If-Match", version.ToString("H"))] : [];

    private static string? Joined(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = "";
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query += $"{(query.Length == 0 ? '?' : '&')}{name}={Encode(value)}";
            }
        }

        return query;
    }

    private static string Encode(string text) => Uri.EscapeDataString(text);

    private Uri Row(string partitionKey, string rowKey, string query = "")
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return channel.Address($"{Encode(table)}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}'){query}");
    }

    private static string Key(string key) => Encode(FilterLiteral.Escape(key));
}
