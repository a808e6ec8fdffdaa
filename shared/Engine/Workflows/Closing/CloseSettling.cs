using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Sync;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Ends a closing: first its trade and audit rows, then position, closing and receipt in one commit.</summary>
public sealed class CloseSettling(
    ILedger ledger, DeskLedger documents, DeskCommits commits, CloseFills own, CloseBooks books, CloseProgress progress, ForeignFills foreign, Departures departures, LeftLegs left, ILogger<CloseSettling> logger)
{
    private const string FasterPosition = "another position took a part of a fill that explains the end";

    private const string ByAverages = "; the broker's list of its fills did not come, and the averages of its orders stand for the prices";

    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(2);

    public async Task SettleAsync(Stored<PositionClosing> closing, CloseStep.Settle settle, MarketMoment moment, CancellationToken cancellationToken)
    {
        var position = await documents.PositionAsync(closing.Value.PositionId, cancellationToken).ConfigureAwait(false);
        if (position is null)
        {
            logger.LogError("Closing {Closing} has no position in the ledger", closing.Value.Id);
            return;
        }

        if (settle.End == CloseEnd.Overtaken)
        {
            await SettleOvertakenAsync(closing, position, settle, moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        var fills = await own.ReadAsync(closing.Value, moment).ConfigureAwait(false);
        if (fills is { AreAverages: true } && !closing.Value.IsPricedByOrders)
        {
            // Said before any row is written: whoever comes after, with the list at hand, counts what the rows say.
            var priced = closing with { Value = closing.Value with { IsPricedByOrders = true } };
            await progress.WaitAsync(priced, new CloseStep.Wait(moment.Now, "its orders' averages stand for the list of fills"), moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        var others = fills is null ? null : await ForeignAsync(closing.Value, position, settle, moment, cancellationToken).ConfigureAwait(false);
        if (fills is null || others is null)
        {
            await progress.WaitAsync(closing, new CloseStep.Wait(moment.Now + BetweenReads, "waiting for the broker's list of fills"), moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        await SettleOwnAsync(closing, position, settle, fills.Fills, others, moment, cancellationToken).ConfigureAwait(false);
    }

    // What is taken of fills of others comes first: if another position was faster, the end is looked at again.
    private async Task SettleOwnAsync(
        Stored<PositionClosing> closing, Stored<Position> position, CloseStep.Settle settle, IReadOnlyList<Fill> fills, BrokerRead<FillDivision> others, MarketMoment moment, CancellationToken cancellationToken)
    {
        var ended = closing.Value with { End = settle.End, EndedAt = moment.Now, LeftOut = settle.LeftOut.Count > 0 ? settle.LeftOut : closing.Value.LeftOut };
        if (await foreign.BookAsync(position.Value, others.Value ?? FillDivision.Nothing, settle.End == CloseEnd.Closed ? Gone(ended) : [], cancellationToken).ConfigureAwait(false) is not { } booked)
        {
            await progress.RetryAsync(closing, BetweenReads, FasterPosition, cancellationToken).ConfigureAwait(false);
            return;
        }

        var note = settle.Note;
        if (fills.Count > 0)
        {
            (ended, fills) = await books.WriteAsync(ended, fills, position.Value.Strategy, cancellationToken).ConfigureAwait(false);
            note += ended.IsPricedByOrders && fills.Any(fill => ended.OrderIds.Contains(fill.Id)) ? ByAverages : "";
        }

        var card = fills.Count > 0
            ? ClosingCards.Receipt(ended, fills, note)
            : ClosingCards.EndedWithoutFill(ended, note);
        var news = new LedgerBatch();
        if (!others.Succeeded)
        {
            news.Post(new OutboxEntry($"{ended.Id}:incomplete", moment.Now) { Notice = new Notice(ClosingCards.Incomplete(ended, others.Failure)) });
        }

        await CommitAsync(closing, ended, position, CloseAftermath.Of(booked, ended, moment), card, note, news.Posted, moment, cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleOvertakenAsync(
        Stored<PositionClosing> closing, Stored<Position> position, CloseStep.Settle settle, MarketMoment moment, CancellationToken cancellationToken)
    {
        var departure = await departures.ExplainAsync(
            position, closing.Value.OrderIds, GoneSince(closing.Value), moment, cancellationToken).ConfigureAwait(false);
        if (departure is null)
        {
            await progress.RetryAsync(closing, BetweenReads, "the fills that explain the position's end cannot be read", cancellationToken).ConfigureAwait(false);
            return;
        }

        if (await departures.EndedAsync(position.Value, departure, moment.Now, cancellationToken).ConfigureAwait(false) is not { } gone)
        {
            await progress.RetryAsync(closing, BetweenReads, FasterPosition, cancellationToken).ConfigureAwait(false);
            return;
        }

        var ended = closing.Value with { End = settle.End, EndedAt = moment.Now };
        var news = new LedgerBatch();
        Departures.Announce(news, gone, departure, moment.Now);
        await CommitAsync(
            closing, ended, position, gone, ClosingCards.EndedWithoutFill(ended, settle.Note), settle.Note, news.Posted, moment, cancellationToken).ConfigureAwait(false);
    }

    private async Task CommitAsync(
        Stored<PositionClosing> closing, PositionClosing ended, Stored<Position> position, Position after, Ports.Desk.Card card, string note, IReadOnlyList<OutboxEntry> news, MarketMoment moment, CancellationToken cancellationToken)
    {
        var at = ended.EndedAt!.Value;
        await ledger.AppendAsync(
            [Audit.Row($"{ended.Id}:end", ended.StartedAt, ended.PositionId, $"close-{ended.End.ToString()!.ToLowerInvariant()}", ended.Trigger.RequestedBy,
                $"{note}, realized {(ended.RealizedPnl is { } pnl ? Figures.Signed(pnl) : "nothing")}")],
            cancellationToken).ConfigureAwait(false);
        var batch = new LedgerBatch()
            .Replace(LedgerKeys.Closing(ended.PositionId, ended.Number), ended with { Revision = ended.Revision + 1 }, closing.Version)
            .Replace(LedgerKeys.Position(after.Id), after, position.Version)
            .Post(new OutboxEntry($"{ended.Id}:end", at)
            {
                Notice = new Notice(card, ended.CardKey ?? ended.Id, IsFinal: !CloseAftermath.MayBeTriedAgain(ended)) { Kind = NoticeKind.Receipt, Reason = ended.Trigger.Reason },
            });
        if (ended.End == CloseEnd.GivenUp)
        {
            batch.Post(new OutboxEntry($"{ended.Id}:given-up", at) { Notice = new Notice(ClosingCards.GivenUp(ended, note)) });
        }

        await left.BeginAsync(batch, position.Value, ended, moment, cancellationToken).ConfigureAwait(false);
        foreach (var entry in news)
        {
            batch.Post(entry);
        }

        await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    // What ended with less than it should close was partly closed by others; what goes on is the next sync's to compare. Null if it
    // must be waited for; failed if it could not be read for long enough.
    private async Task<BrokerRead<FillDivision>?> ForeignAsync(
        PositionClosing closing, Stored<Position> position, CloseStep.Settle settle, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (settle.End != CloseEnd.Closed || closing.RemainingQuantity <= 0)
        {
            return BrokerRead<FillDivision>.Of(FillDivision.Nothing);
        }

        var gone = Gone(closing with { LeftOut = settle.LeftOut.Count > 0 ? settle.LeftOut : closing.LeftOut });
        if (gone.Count == 0)
        {
            // All that our orders did not close is left to expire: whatever others sell of it is its own position's.
            return BrokerRead<FillDivision>.Of(FillDivision.Nothing);
        }

        var others = await foreign.UnbookedAsync(position, new FillQuestion(gone) { OwnOrders = [.. closing.OrderIds] }, cancellationToken).ConfigureAwait(false);
        var patience = !others.Succeeded ? ForeignFills.UnreadPatience
            : UnexplainedLegs.After([], gone, others.Value.Fills).Count > 0 ? ForeignFills.Patience : TimeSpan.Zero;
        return moment.Now - GoneSince(closing) < patience ? null : others;
    }

    // What our own orders closed of a leg is explained, and what was left to expire is still held.
    private static IReadOnlyList<LegQuantity> Gone(PositionClosing closing) =>
        [.. closing.OpenLegs.Select(leg => new LegQuantity(leg.Symbol, Math.Sign(leg.Ratio) * closing.RemainingOf(leg)))];

    // Whatever counts as closed by others was not listed by two looks.
    private static DateTimeOffset GoneSince(PositionClosing closing) =>
        closing.GoneLooks.Count > 0 ? closing.GoneLooks[0] : closing.StartedAt;
}
