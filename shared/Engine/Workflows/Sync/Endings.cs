using ExitDesk.Domain.Activities;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Completes positions that ended without a fill, once the account's history tells of a late one, or of their expiry, exercise or assignment.</summary>
/// <remarks>The broker changes positions at once and tells why the next morning (docs.alpaca.markets, "Options trading", read 2026-11).</remarks>
public sealed class Endings(
    IBrokerReads broker, ILedger ledger, DeskLedger documents, FillParts taking, LateFills late, DeskCommits commits, ILogger<Endings> logger)
{
    /// <summary>The history is asked this often while something waits for it.</summary>
    public static readonly TimeSpan BetweenReads = TimeSpan.FromMinutes(5);

    /// <summary>After this long an ending that the history does not tell stays unknown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>How far back the history is read: past the patience, a long weekend included.</summary>
    public static readonly TimeSpan History = Patience + TimeSpan.FromDays(4);

    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    public async Task CompleteAsync(IReadOnlyCollection<Stored<Position>> positions, MarketMoment moment, CancellationToken cancellationToken)
    {
        var waiting = positions
            .Where(position => position.Value.Unexplained.Count > 0 && !(moment.Now - position.Value.EndedAt >= Patience))
            .ToDictionary(position => position.Value.Id);
        if (waiting.Count == 0 || (moment.Now >= _readAt && moment.Now - _readAt < BetweenReads))
        {
            return;
        }

        _readAt = moment.Now;
        var history = await broker.GetActivitiesAsync(moment.Now - History, cancellationToken).ConfigureAwait(false);
        if (!history.Succeeded)
        {
            logger.LogWarning("The account's history cannot be read: {Why}", history.Failure);
            return;
        }

        foreach (var ended in waiting.Values.Where(position => position.Value.EndedAt is not null).ToList())
        {
            if (await late.BookAsync(ended, history.Value, moment, cancellationToken).ConfigureAwait(false))
            {
                waiting.Remove(ended.Value.Id);
            }
        }

        await DivideAsync([.. waiting.Values], positions, history.Value, moment, cancellationToken).ConfigureAwait(false);
    }

    // An entry that several positions share is divided in their order: if one cannot take its part, those after it wait for the next run.
    private async Task DivideAsync(
        IReadOnlyList<Stored<Position>> waiting, IReadOnlyCollection<Stored<Position>> positions, IReadOnlyList<AccountActivity> history, MarketMoment moment, CancellationToken cancellationToken)
    {
        var booked = positions.SelectMany(position => position.Value.ForeignFills).ToHashSet(StringComparer.Ordinal);
        var parts = await PartsAsync(cancellationToken).ConfigureAwait(false);
        var found = parts is null ? [] : LegEndings.Of(waiting.Select(position => position.Value), history, parts, booked).ToList();
        foreach (var (id, endings) in found)
        {
            if (!await taking.TakeAsync(endings.Select(ending => ending.Part).Except(parts!), cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await BookAsync(waiting.Single(position => position.Value.Id == id), endings, moment, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyCollection<FillPart>?> PartsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [.. await documents.FillPartsAsync(cancellationToken).ConfigureAwait(false)];
        }
        catch (LedgerDocumentException problem)
        {
            logger.LogError(problem, "Who took which part of the account's history cannot be told");
            return null;
        }
    }

    // The rows come first, then the position: a crash in between writes the same rows again.
    private async Task BookAsync(Stored<Position> position, IReadOnlyList<LegEnding> endings, MarketMoment moment, CancellationToken cancellationToken)
    {
        var before = position.Value;
        await ledger.AppendAsync([.. endings.Select(ending => Trades.Row(TradeOf(before, ending)))], cancellationToken).ConfigureAwait(false);
        var left = before.Unexplained;
        foreach (var ending in endings)
        {
            left = [.. left.Select(lost => lost.Symbol == ending.Leg.Symbol
                ? lost with { Quantity = UnexplainedLegs.Toward(lost.Quantity, ending.Quantity) } : lost).Where(lost => lost.Quantity != 0)];
        }

        var after = before with
        {
            Status = before.Status.IsLive() || before.Status == PositionStatus.Regrouped ? before.Status : LegEndings.StatusOf(before.Status, endings),
            RealizedPnl = (before.RealizedPnl ?? 0) + endings.Sum(ending => ending.RealizedPnl),
            ForeignFills = [.. before.ForeignFills, .. endings.Select(ending => ending.Part.Key)],
            Unexplained = left,
        };
        var eventId = $"{after.Id}:ending:{endings[0].Part.Key}";
        var note = string.Join(", ", endings.Select(Words)) + ".";
        await commits.CommitAsync(
            new LedgerBatch()
                .Replace(LedgerKeys.Position(after.Id), after, position.Version)
                .Post(new OutboxEntry(eventId, moment.Now) { Notice = new Notice(PositionNotices.Ended(after, note, isAlarming: false)) { Kind = NoticeKind.Position } })
                .Post(Audit.Entry(eventId, moment.Now, after.Id, "position-ended", "sync", note)),
            cancellationToken).ConfigureAwait(false);
    }

    private static string Words(LegEnding ending) => ending.Activity.Kind switch
    {
        ActivityKind.Assignment =>
            $"{Titles.Of(ending.Leg.Symbol, ending.Quantity)} assigned: shares moved at the strike, and are a position of their own",
        ActivityKind.Exercise =>
            $"{Titles.Of(ending.Leg.Symbol, ending.Quantity)} exercised: shares moved at the strike, and are a position of their own",
        _ => $"{Titles.Of(ending.Leg.Symbol, ending.Quantity)} expired",
    };

    // Of a part that was assigned early the history has only the day.
    private static DateTimeOffset EndOf(Position position, LegEnding ending) =>
        position.EndedAt ?? ending.Activity.At ?? NewYork.At(ending.Activity.Date, new TimeOnly(16, 0));

    // No cash moves in the option itself; everything in the row's key comes from the part that was taken, so that any later run writes the same.
    private static TradeRecord TradeOf(Position position, LegEnding ending) => new(
        $"{position.Id}:{ending.Activity.Kind}:{ending.Part.Key}".ToLowerInvariant(), position.Id, ending.Leg.Symbol,
        ending.Leg.IsLong ? PositionSide.Long : PositionSide.Short, ending.Quantity, ending.Leg.Multiplier, ending.Leg.EntryPrice,
        0, 0, ending.RealizedPnl, null, null, EndOf(position, ending), [])
    {
        Ending = LegEndings.StatusOf([ending]),
        Strategy = position.Strategy,
    };
}
