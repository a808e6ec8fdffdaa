using System.Globalization;
using ExitDesk.Domain.Orders;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads FILL activities to their end.</summary>
internal sealed class FillPages(AlpacaReads reads)
{
    private const int PageSize = 100;

    // Whether "after" includes the instant, and to what precision, is not documented: ask earlier and drop the surplus.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(1);

    /// <summary>All fills at or after an instant, oldest first.</summary>
    /// <exception cref="FailedReadException">A page failed, or pages repeat.</exception>
    public async Task<IReadOnlyList<Fill>> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = new List<Fill>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        while (true)
        {
            var body = await reads.BodyAsync(Path(since, token), cancellationToken).ConfigureAwait(false);
            var page = JsonRow.ReadList(body, "fills", FillJson.Read);
            var fresh = page.Where(fill => ids.Add(fill.Id)).ToList();
            found.AddRange(fresh);
            if (page.Count < PageSize)
            {
                return
                [
                    .. found.Where(fill => fill.At >= since)
                        .OrderBy(fill => fill.At)
                        .ThenBy(fill => fill.Id, StringComparer.Ordinal),
                ];
            }

            token = fresh.Count > 0
                ? page[^1].Id
                : throw new FailedReadException("fills: the broker repeats a page, the rest cannot be listed");
        }
    }

    private static string Path(DateTimeOffset since, string? token)
    {
        var after = Uri.EscapeDataString((since - Overlap).UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
        var path = $"/v2/account/activities/FILL?after={after}&direction=asc&page_size={PageSize}";
        return token is null ? path : $"{path}&page_token={Uri.EscapeDataString(token)}";
    }
}
