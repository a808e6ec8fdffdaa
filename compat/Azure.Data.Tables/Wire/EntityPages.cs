using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>A query's answer, read page by page. A page may be empty although more follow.</summary>
internal sealed class EntityPages<T>(
    TableChannel channel,
    RowRequests requests,
    string? filter,
    int? maxPerPage,
    IEnumerable<string>? select,
    CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : class, ITableEntity
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var token = continuationToken;
        do
        {
            var request = requests.Find(filter, pageSizeHint ?? maxPerPage, select, Continuation.Parse(token));
            var response = await channel.SendAsync(request, CancellationToken, 200).ConfigureAwait(false);
            token = Continuation.TokenAfter(response);
            yield return Page<T>.FromValues(Rows(response), token, response);
        }
        while (token is not null);
    }

    private static List<T> Rows(Response response)
    {
        using var json = JsonDocument.Parse(response.Content.ToMemory());
        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(EntityReader.Read<T>)];
    }
}
