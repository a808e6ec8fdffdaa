using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Adapters.Alpaca;

/// <summary>Reads what happened in the account, from an instant on.</summary>
internal sealed class AccountHistory(AlpacaReads reads)
{
    private const string Activities = "/v2/account/activities";

    // Whether "after" includes the instant, and to what precision, is not documented: ask earlier and drop the surplus.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(1);

    private readonly ActivityPages _pages = new(reads);

    /// <summary>All fills at or after an instant, oldest first.</summary>
    /// <exception cref="FailedReadException">A page failed, or pages repeat.</exception>
    public async Task<IReadOnlyList<Fill>> FillsAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var fills = await _pages.ReadAsync(
            Activities + "/FILL", since - Overlap, FillJson.Read, fill => fill.Id, cancellationToken).ConfigureAwait(false);
        return [.. fills.Where(fill => fill.At >= since).OrderBy(fill => fill.At).ThenBy(fill => fill.Id, StringComparer.Ordinal)];
    }

    /// <summary>All activities at or after an instant; those with a day alone from the instant's New York day on. Oldest first.</summary>
    /// <exception cref="FailedReadException">A page failed, or pages repeat.</exception>
    public async Task<IReadOnlyList<AccountActivity>> ActivitiesAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        // Which instant the broker gives to a day is not documented: none is earlier than its midnight in UTC.
        var day = NewYork.DateOf(since);
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var all = await _pages.ReadAsync(
            Activities, midnight - Overlap, ActivityJson.Read, activity => activity.Id, cancellationToken).ConfigureAwait(false);
        return
        [
            .. all.Where(activity => activity.At is { } at ? at >= since : activity.Date >= day)
                .OrderBy(activity => activity.Date)
                .ThenBy(activity => activity.At ?? DateTimeOffset.MaxValue)
                .ThenBy(activity => activity.Id, StringComparer.Ordinal),
        ];
    }
}
