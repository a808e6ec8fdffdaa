using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Recommendations;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Takes recommendations: reads them, knows their repeats, and writes them down with the message that goes on with them.</summary>
public sealed class Dispatcher(DeskLedger documents, DeskCommits commits, MarketMoments moments, EntrySettings settings, ILogger<Dispatcher> logger)
{
    /// <summary>Takes one. The same again is safe: its id is written down once.</summary>
    /// <param name="json">As it was sent, by anybody who may knock.</param>
    /// <param name="door">Where it came in, for the audit.</param>
    /// <param name="cancellationToken">Ends the work; one that is written down is not lost by it.</param>
    public async Task<DispatchOutcome> SubmitAsync(string json, string door, CancellationToken cancellationToken)
    {
        // Without the clock: one that was taken and has expired since is a repeat, not an error.
        var reading = RecommendationReader.Read(json, null);
        // Nor with a call for each: whoever floods this door must not use up the calls that closes need.
        var moment = moments.Assumed ?? await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        if (reading.Recommendation is not { } wanted)
        {
            return new DispatchOutcome.Refused(RecommendationReader.Read(json, moment.Now).Problems);
        }

        try
        {
            if (await KnownAsync(wanted, cancellationToken).ConfigureAwait(false) is { } known)
            {
                return known;
            }

            return RecommendationReader.Read(json, moment.Now) is { Recommendation: null } late ? new DispatchOutcome.Refused(late.Problems)
                : await FullAsync(cancellationToken).ConfigureAwait(false) is { } full ? await KnownAsync(wanted, cancellationToken).ConfigureAwait(false) ?? full
                : await WriteAsync(new PositionEntry(wanted, moment.Now), door, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is LedgerUnavailableException or LedgerDocumentException)
        {
            logger.LogWarning(problem, "Recommendation {Recommendation} cannot be taken now", wanted.Id);
            return new DispatchOutcome.Unavailable(problem.Message);
        }
    }

    private async Task<DispatchOutcome?> KnownAsync(Recommendation wanted, CancellationToken cancellationToken) =>
        await documents.EntryAsync(wanted.Id, cancellationToken).ConfigureAwait(false) is not { } known ? null
        : known.Value.Recommendation == wanted ? new DispatchOutcome.Repeated(known.Value)
        : new DispatchOutcome.Differs(known.Value);

    // Each that waits is a card, a row that every step reads, and calls to the broker. Doors that count at the same time may pass by one each.
    private async Task<DispatchOutcome?> FullAsync(CancellationToken cancellationToken)
    {
        var entries = await documents.ReadableEntriesAsync([], cancellationToken).ConfigureAwait(false);
        var pending = entries.Count(stored => stored.Value.End is null);
        return pending < settings.MaximumPending ? null : new DispatchOutcome.Full(pending, settings.MaximumPending);
    }

    private async Task<DispatchOutcome> WriteAsync(PositionEntry entry, string door, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch()
            .Insert(LedgerKeys.Entry(entry.Id), entry)
            .Post(new OutboxEntry($"entry:{entry.Id}:request", entry.ReceivedAt) { Message = EntryRequest.Message(entry, "request") })
            .Post(Audit.Entry(
                $"entry:{entry.Id}:received", entry.ReceivedAt, entry.Id, "entry-received", door,
                $"{entry.Recommendation.Action.Word()}: {EntryText.Of(entry.Recommendation)}"));
        if (await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is not null)
        {
            return new DispatchOutcome.Accepted(entry);
        }

        // Somebody was faster, or nobody knows: the row says which.
        return await KnownAsync(entry.Recommendation, cancellationToken).ConfigureAwait(false)
            ?? new DispatchOutcome.Unavailable("the storage did not take it");
    }
}
