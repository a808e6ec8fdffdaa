using System.Globalization;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads activities to their end.</summary>
internal sealed class ActivityPages(AlpacaReads reads)
{
    private const int PageSize = 100;

    /// <summary>All rows after an instant, in the broker's order.</summary>
    /// <param name="path"><c>/v2/account/activities</c>, with a kind behind it or not.</param>
    /// <param name="after">UTC, earlier than what is wanted: whether it excludes the instant itself is not documented.</param>
    /// <param name="read">Makes a value of a row.</param>
    /// <param name="idOf">The activity's id.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="FailedReadException">A page failed, or pages repeat.</exception>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(
        string path, DateTimeOffset after, Func<JsonRow, T> read, Func<T, string> idOf, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var place = path.EndsWith("FILL", StringComparison.Ordinal) ? "fills" : "activities";
        var query = $"{path}?after={Text(after)}&direction=asc&page_size={PageSize}";
        string? token = null;
        while (true)
        {
            var call = token is null ? query : $"{query}&page_token={Uri.EscapeDataString(token)}";
            var page = JsonRow.ReadList(await reads.BodyAsync(call, cancellationToken).ConfigureAwait(false), place, read);
            var fresh = page.Where(row => ids.Add(idOf(row))).ToList();
            found.AddRange(fresh);
            if (page.Count < PageSize)
            {
                return found;
            }

            token = fresh.Count > 0
                ? idOf(page[^1])
                : throw new FailedReadException($"{place}: the broker repeats a page, the rest cannot be listed");
        }
    }

    private static string Text(DateTimeOffset instant) =>
        Uri.EscapeDataString(instant.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
}
