using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Expiry;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>Judges every guarded position by what one sweep read, acts on it, and keeps the marks that changed.</summary>
public sealed class SweepJudging(
    SweepAppraisal appraisal,
    ExitPlanBook plans,
    ExitActions actions,
    ExpiryGuardian guardian,
    DeskLedger documents,
    ILedger ledger,
    DeskCommits commits,
    ILogger<SweepJudging> logger)
{
    /// <summary>Judges them all, then acts on each: where many closes begin at once, the most urgent leave first.</summary>
    /// <param name="positions">Guarded ones; may be empty.</param>
    /// <param name="view">What was read. Without option quotes the rules that need none still act, and no mark is written.</param>
    /// <param name="switches">What may be done.</param>
    /// <param name="problems">Takes what went wrong, one line each.</param>
    /// <param name="cancellationToken">Ends the work; the next sweep goes on.</param>
    public async Task RunAsync(
        IReadOnlyList<Stored<Position>> positions, MarketView view, DeskSwitches switches, List<string> problems, CancellationToken cancellationToken)
    {
        if (view.QuotesFailure is { } failure)
        {
            problems.Add($"quotes: {failure}");
        }

        var marks = positions.Count == 0
            ? new Dictionary<string, PositionMark>()
            : await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        var round = new DeliveryRound();
        var changed = new List<PositionMark>();
        var expiring = new List<ExpiringPosition>();
        foreach (var judged in appraisal.Judge(positions, marks, view, switches).OrderBy(one => one.PriorityOf(view.Moment.Session, plans.Expiry)))
        {
            if (judged.Assessment.IsExpiring)
            {
                expiring.Add(new ExpiringPosition(
                    judged.Stored, judged.Assessment, (judged.Appraisal.Mark ?? judged.Known).Quote, PositionFacts.UnderlyingOf(judged.Position, view)));
            }

            var mark = await ActAsync(judged, view, switches, round, problems, cancellationToken).ConfigureAwait(false);
            if (!mark.IsSameAs(judged.Known))
            {
                changed.Add(mark);
            }
        }

        await WriteAsync(changed, cancellationToken).ConfigureAwait(false);
        problems.AddRange(await guardian.WatchAsync(expiring, switches, view.Moment, round, cancellationToken).ConfigureAwait(false));
        await commits.DeliverAsync(round, cancellationToken).ConfigureAwait(false);
    }

    // Whatever goes wrong with one position, the stops of all others act; the run counts as failed and is reported.
    private async Task<PositionMark> ActAsync(
        JudgedPosition judged, MarketView view, DeskSwitches switches, DeliveryRound round, List<string> problems, CancellationToken cancellationToken)
    {
        if (judged.Problem is { } unjudged)
        {
            Report(judged.Position, unjudged, "judged", problems);
            return judged.Known;
        }

        try
        {
            // A read that failed is no quote that is missing: it moves no mark, and only what needs no quote may act.
            if (view.QuotesFailure is not null && judged.Appraisal.Decision.Kind != DecisionKind.Close)
            {
                await actions.NoteSwitchAsync(judged.Stored, judged.Appraisal, switches, view.Moment, round, cancellationToken).ConfigureAwait(false);
                return judged.Known;
            }

            // What the owner was told of meanwhile is kept: else each sweep would tell it again.
            var acted = await actions.ActAsync(judged.Stored, judged.Appraisal, switches, view.Moment, round, cancellationToken).ConfigureAwait(false);
            return view.QuotesFailure is null ? acted : judged.Known with { ToldRules = acted.ToldRules };
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            Report(judged.Position, problem, "acted on", problems);
            return judged.Known;
        }
    }

    private void Report(Position position, Exception problem, string what, List<string> problems)
    {
        logger.LogError(problem, "Position {Position} could not be {What}", position.Id, what);
        problems.Add($"{position.Id}: {problem.Message}");
    }

    // A mark that is not written is written by the next sweep: the last writer wins, and nothing else depends on it.
    private async Task WriteAsync(IReadOnlyCollection<PositionMark> marks, CancellationToken cancellationToken)
    {
        foreach (var chunk in marks.Chunk(ILedger.ChangesPerCommit))
        {
            await ledger.CommitAsync(
                [.. chunk.Select(mark => new LedgerChange.Put(LedgerKeys.Mark(mark.PositionId), LedgerJson.Write(mark)))],
                cancellationToken).ConfigureAwait(false);
        }
    }
}
