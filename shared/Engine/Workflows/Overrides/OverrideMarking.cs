using ExitDesk.Domain.Overrides;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Overrides;

/// <summary>Follows every open answer of the owner: what became of it, and what the rules alone would have done.</summary>
public sealed class OverrideMarking(
    DeskLedger documents, OverrideReadings readings, OverrideExpirations expirations, OverrideBook book, TimeProvider time, ILogger<OverrideMarking> logger)
{
    /// <summary>New answers and ends are looked for this often; in between only what is known to need it is marked.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>A sweep that has done its work waits no longer for this: what is not read or written by then, the next one does.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;
    private bool _isMarking;

    /// <summary>Comes last in a sweep: every exit has left, and whatever goes wrong or hangs here is no sweep's failure.</summary>
    /// <param name="swept">What the sweep read; the session is open.</param>
    /// <param name="cancellationToken">Ends the work; the next sweep goes on.</param>
    public async Task RunAsync(MarketView swept, CancellationToken cancellationToken)
    {
        var now = swept.Moment.Now;
        var looks = now < _lookedAt || now - _lookedAt >= BetweenLooks;
        if (!looks && !_isMarking)
        {
            return;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await RunAsync(swept, looks, ends.Token).ConfigureAwait(false);
            _lookedAt = looks ? now : _lookedAt;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(problem, "The owner's answers could not be compared with the rules");
        }
    }

    private async Task RunAsync(MarketView swept, bool looks, CancellationToken cancellationToken)
    {
        var unreadable = new List<string>();
        var rows = await documents.ReadableOverridesAsync(unreadable, cancellationToken).ConfigureAwait(false);
        foreach (var problem in looks ? unreadable : [])
        {
            logger.LogError("An answer of the owner cannot be compared with the rules: {Problem}", problem);
        }

        var today = swept.Moment.Session!.Date;
        var open = rows.Select(static row => row.Value).ToList();
        var seen = await readings.SeeAsync([.. open.Where(one => one.IsMarked && !IsExpired(one, today))], swept, cancellationToken).ConfigureAwait(false);
        var expired = looks
            ? await expirations.ExpireAsync([.. open.Where(one => !one.IsOver && one.FinalUnderlying is null && IsExpired(one, today))], today, cancellationToken).ConfigureAwait(false)
            : seen;
        _isMarking = false;
        foreach (var row in rows)
        {
            var next = seen.GetValueOrDefault(row.Value.Id) ?? expired.GetValueOrDefault(row.Value.Id) ?? row.Value;
            _isMarking |= next.IsMarked && !IsExpired(next, today);
            await KeepAsync(row, next, looks ? today : null, open, cancellationToken).ConfigureAwait(false);
        }
    }

    // Whatever goes wrong with one, all others are followed.
    private async Task KeepAsync(
        Stored<OwnerOverride> row, OwnerOverride next, DateOnly? looksOn, IReadOnlyCollection<OwnerOverride> open, CancellationToken cancellationToken)
    {
        try
        {
            var followed = looksOn is { } today ? RulesAlone.GiveUp(await FollowAsync(next, cancellationToken).ConfigureAwait(false), today) : next;
            await book.KeepAsync(row, followed, open, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerDocumentException problem)
        {
            logger.LogError(problem, "What became of answer {Override} cannot be read", row.Value.Id);
        }
    }

    private async Task<OwnerOverride> FollowAsync(OwnerOverride open, CancellationToken cancellationToken)
    {
        if (open.Untellable is not null || open.Owners is not null)
        {
            return open;
        }

        if (open.ClosingNumber is { } number)
        {
            return OwnersEnd.Follow(open, (await documents.ClosingAsync(open.Held.Id, number, cancellationToken).ConfigureAwait(false))?.Value);
        }

        var position = (await documents.PositionAsync(open.Held.Id, cancellationToken).ConfigureAwait(false))?.Value;
        var last = position?.Status == PositionStatus.Closed
            ? await documents.ClosingAsync(position.Id, position.Closings, cancellationToken).ConfigureAwait(false)
            : null;
        return OwnersEnd.Follow(open, position, last?.Value.LeftOut ?? []);
    }

    private static bool IsExpired(OwnerOverride open, DateOnly today) => open.Held.Structure.NearestExpiration < today;
}
