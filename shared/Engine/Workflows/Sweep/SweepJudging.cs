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
    PositionFacts facts,
    ExitPlanBook plans,
    ExitActions actions,
    ExpiryGuardian guardian,
    DeskLedger documents,
    ILedger ledger,
    DeskCommits commits,
    ILogger<SweepJudging> logger)
{
    /// <summary>Judges them all.</summary>
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
        foreach (var position in positions)
        {
            var known = marks.GetValueOrDefault(position.Value.Id) ?? PositionMark.None(position.Value.Id);
            var mark = await JudgeAsync(position, known, view, switches, expiring, round, problems, cancellationToken).ConfigureAwait(false);
            if (!mark.IsSameAs(known))
            {
                changed.Add(mark);
            }
        }

        await WriteAsync(changed, cancellationToken).ConfigureAwait(false);
        problems.AddRange(await guardian.WatchAsync(expiring, switches, view.Moment, round, cancellationToken).ConfigureAwait(false));
        await commits.DeliverAsync(round, cancellationToken).ConfigureAwait(false);
    }

    // Whatever goes wrong with one position, the stops of all others are judged; the run counts as failed and is reported.
    private async Task<PositionMark> JudgeAsync(
        Stored<Position> position,
        PositionMark known,
        MarketView view,
        DeskSwitches switches,
        List<ExpiringPosition> expiring,
        DeliveryRound round,
        List<string> problems,
        CancellationToken cancellationToken)
    {
        var mark = known;
        try
        {
            var assessment = facts.AssessmentOf(position.Value, view);
            var appraisal = Appraiser.Appraise(
                position.Value, plans.PlanFor(position.Value), known, facts.LegsOf(position.Value, view),
                PositionFacts.Of(position.Value, assessment, view, switches), view.Moment);
            if (assessment.IsExpiring)
            {
                expiring.Add(new ExpiringPosition(position, assessment, appraisal.Mark.Quote, PositionFacts.UnderlyingOf(position.Value, view)));
            }

            // A read that failed is no quote that is missing: it moves no mark, and only what needs no quote may act.
            if (view.QuotesFailure is null || appraisal.Decision.Kind == DecisionKind.Close)
            {
                var acted = await actions.ActAsync(position, appraisal, switches, view.Moment, round, cancellationToken).ConfigureAwait(false);
                mark = view.QuotesFailure is null ? acted : known;
            }
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(problem, "Position {Position} could not be judged", position.Value.Id);
            problems.Add($"{position.Value.Id}: {problem.Message}");
        }

        return mark;
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
