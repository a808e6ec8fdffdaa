// Nullability is left open, as in the official package, so that callers compile under both.
#nullable disable

using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Transactions;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table.</summary>
/// <remarks>
/// Safe for concurrent use. The pipeline repeats a call that failed in transport or with 408, 429, 500, 502, 503 or 504, writes
/// too: after any failure but a plain refusal, and after an answer to a later try, a write may have taken effect.
/// A refusal is a <see cref="RequestFailedException"/> with the service's status and code; no answer at all is status 0.
/// </remarks>
public class TableClient
{
    private readonly TableChannel _channel;
    private readonly RowRequests _requests;

    /// <exception cref="FormatException">The connection string is not usable; the message says why and shows no value.</exception>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <exception cref="FormatException">The connection string is not usable; the message says why and shows no value.</exception>
    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableChannel.Open(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(TableChannel.Open(endpoint, credential, null), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(TableChannel.Open(endpoint, credential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableChannel.Open(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableChannel channel, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _channel = channel;
        _requests = new RowRequests(channel, tableName);
        Name = tableName;
    }

    /// <summary>For mocking.</summary>
    protected TableClient()
    {
    }

    public virtual string Name { get; }

    public virtual string AccountName => _channel.AccountName;

    public virtual Uri Uri => _channel.Address(Name);

    /// <summary>A filter with each interpolated value as the literal of its type, quoted so that no value can escape it.</summary>
    /// <exception cref="ArgumentException">A value's type has no literal.</exception>
    public static string CreateQueryFilter(FormattableString filter) => filter is null
        ? null
        : string.Format(null, filter.Format, [.. filter.GetArguments().Select(object (value, i) => FilterLiteral.Of(value, i))]);

    /// <summary>Makes sure that the table exists.</summary>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var response = await _channel.SendAsync(_requests.CreateTable(), cancellationToken, 201, 204, 409).ConfigureAwait(false);
        return response.Status == 409 && TableErrorParser.Parse(response)?.Code != TableErrorCode.TableAlreadyExists
            ? throw new RequestFailedException(response, null, TableErrorParser.Instance)
            : Response.FromValue(new TableItem(Name), response);
    }

    /// <summary>Deletes the table; a missing one is no failure.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _channel.SendAsync(_requests.DeleteTable(), cancellationToken, 204, 404);

    /// <summary>Inserts a row; an existing one is status 409, <see cref="TableErrorCode.EntityAlreadyExists"/>.</summary>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _channel.SendAsync(_requests.Insert(entity), cancellationToken, 201, 204);

    /// <summary>Inserts a row, or changes or replaces the existing one, whatever its version.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _channel.SendAsync(_requests.Write(entity, mode, null), cancellationToken, 204);

    /// <summary>Changes or replaces a row of the given version; another version is status 412.</summary>
    /// <param name="ifMatch">The version read before, or <see cref="ETag.All"/> for any.</param>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("An update needs the row's ETag, or ETag.All for any version.", nameof(ifMatch));
        }

        return _channel.SendAsync(_requests.Write(entity, mode, ifMatch), cancellationToken, 204);
    }

    /// <summary>Deletes a row of the given version (default: any). A missing row is no failure: the answer has status 404.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _channel.SendAsync(_requests.Delete(partitionKey, rowKey, ifMatch), cancellationToken, 204, 404);

    /// <summary>Deletes a row of the given version (default: any, whatever the entity's own).</summary>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>Reads a row; a missing one is status 404.</summary>
    /// <param name="select">The properties wanted; null means all.</param>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var request = _requests.Read(partitionKey, rowKey, select);
        return Row<T>(await _channel.SendAsync(request, cancellationToken, 200).ConfigureAwait(false));
    }

    /// <summary>Reads a row; a missing one is an answer without a value.</summary>
    /// <param name="select">The properties wanted; null means all.</param>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var request = _requests.Read(partitionKey, rowKey, select);
        var response = await _channel.SendAsync(request, cancellationToken, 200, 404).ConfigureAwait(false);
        return response.Status == 404 ? new NoValueResponse<T>(response) : Row<T>(response);
    }

    /// <summary>Reads the rows that match, by key order, page by page as they are enumerated.</summary>
    /// <param name="filter">See <see cref="CreateQueryFilter"/>; null means all rows.</param>
    /// <param name="maxPerPage">Rows per page, at most 1,000; null leaves it to the service.</param>
    /// <param name="select">The properties wanted; null means all.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new EntityPages<T>(_channel, _requests, filter, maxPerPage, select, cancellationToken);

    /// <summary>Carries out at most 100 actions on one partition, each on a row of its own, wholly or not at all.</summary>
    /// <returns>An answer for each action, in their order, with the row's new ETag.</returns>
    /// <exception cref="InvalidOperationException">There is no action.</exception>
    /// <exception cref="TableTransactionFailedException">An action was refused; none took effect.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions.Select(action => ChangeSet.ActionRequest(_requests, action)).ToList();
        if (actions.Count == 0)
        {
            throw new InvalidOperationException("The transaction has no actions.");
        }

        var request = ChangeSet.Of(_channel.Address("$batch"), actions);
        var response = await _channel.SendAsync(request, cancellationToken, 202).ConfigureAwait(false);
        return Response.FromValue(ChangeSetAnswer.Read(response, actions.Count), response);
    }

    private static Response<T> Row<T>(Response response)
        where T : class, ITableEntity
    {
        using var json = JsonDocument.Parse(response.Content.ToMemory());
        return Response.FromValue(EntityReader.Read<T>(json.RootElement), response);
    }
}
