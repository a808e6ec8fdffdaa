// Nullability is left open, as in the official package, so that callers compile under both.
#nullable disable

using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>A storage account's tables.</summary>
/// <remarks>Safe for concurrent use; one instance for the life of the process.</remarks>
public class TableServiceClient
{
    private readonly TableChannel _channel;

    /// <exception cref="FormatException">The connection string is not usable; the message says why and shows no value.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <exception cref="FormatException">The connection string is not usable; the message says why and shows no value.</exception>
    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(TableChannel.Open(connectionString, options))
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(TableChannel.Open(endpoint, credential, null))
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(TableChannel.Open(endpoint, credential, options))
    {
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableChannel.Open(endpoint, tokenCredential, options))
    {
    }

    private TableServiceClient(TableChannel channel) => _channel = channel;

    /// <summary>For mocking.</summary>
    protected TableServiceClient()
    {
    }

    public virtual string AccountName => _channel.AccountName;

    public virtual Uri Uri => _channel.Endpoint;

    public static string CreateQueryFilter(FormattableString filter) => TableClient.CreateQueryFilter(filter);

    /// <summary>A client for one table; asks the service nothing.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_channel, tableName);

    /// <summary>Makes sure that the table exists.</summary>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    /// <summary>Deletes the table; a missing one is no failure.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);
}
