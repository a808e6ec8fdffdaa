using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Sync;

/// <summary>Records what is left of a structure that lost a leg, and asks its owner what to do with it.</summary>
public sealed class Orphans(ForeignFills foreign, DeskCommits commits, Tokens tokens)
{
    /// <summary>Ends or shrinks the broken position and begins those of its rest, with a card, in one commit.</summary>
    public async Task RecordAsync(PositionChange.Orphaned change, string version, MarketMoment moment, CancellationToken cancellationToken)
    {
        var before = change.Before;
        var read = await foreign.UnbookedAsync(new Stored<Position>(before, version), new FillQuestion(change.Lost), cancellationToken).ConfigureAwait(false);
        var patience = read.Succeeded ? ForeignFills.Patience : ForeignFills.UnreadPatience;
        var fills = read.Value ?? FillDivision.Nothing;
        if (fills.Bookable.Count == 0 && moment.Now - (before.MissingSince ?? moment.Now) < patience)
        {
            var counted = before with { MissingReads = before.MissingReads + 1, MissingSince = before.MissingSince ?? moment.Now, IsPartMissing = true };
            await commits.CommitAsync(new LedgerBatch().Replace(LedgerKeys.Position(counted.Id), counted, version), cancellationToken).ConfigureAwait(false);
            return;
        }

        // The rows of what others closed come first, then the positions: a crash in between writes the same rows again.
        if (await foreign.BookAsync(before, fills, change.Lost, cancellationToken).ConfigureAwait(false) is not { } booked)
        {
            return;
        }

        var after = change.Position with
        {
            RealizedPnl = booked.RealizedPnl,
            ForeignFills = booked.ForeignFills,
            Unexplained = booked.Unexplained,
        };
        var lost = string.Join(", ", change.Lost.Select(leg => Titles.Of(leg.Symbol, leg.Quantity)));
        var explanation = fills.Bookable.Count > 0 ? "closed by an order that is not ours"
            : read.Succeeded ? "no fill explains it" : $"this cannot be read, so nobody can tell why: {read.Failure}";
        var batch = new LedgerBatch()
            .Replace(LedgerKeys.Position(after.Id), after, version)
            .Post(Audit.Entry(
                $"{before.Id}:orphaned:{moment.Now.ToUnixTimeMilliseconds()}", moment.Now, before.Id, "position-orphaned", "sync",
                $"{Titles.Of(before)} lost {lost} ({explanation}); left: {string.Join(", ", change.Rest.Select(Titles.Of))}"));
        foreach (var rest in change.Rest)
        {
            batch.Insert(LedgerKeys.Position(rest.Id), rest).Post(PositionRecords.Found(rest, moment));
            Question.OfOrphan(batch, rest, $"{Titles.Of(before)} lost {lost} ({explanation}).", tokens.Next(), moment);
        }

        await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
    }
}
