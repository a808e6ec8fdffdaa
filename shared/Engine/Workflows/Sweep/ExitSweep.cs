using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Sync;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>Prices every position and runs the exit rules: quotes in, close requests, questions and alerts out.</summary>
public sealed class ExitSweep(
    MarketReads market,
    PositionFacts facts,
    MarketMoments moments,
    AccountCheck account,
    ILedger ledger,
    DeskLedger documents,
    DeskCommits commits,
    ExitActions actions,
    ExitPlanBook plans,
    PlanRefresh refresh,
    RunReports reports,
    ILogger<ExitSweep> logger)
{
    public Task RunAsync(CancellationToken cancellationToken) => reports.WatchAsync(RunKind.Sweep, RunOnceAsync, cancellationToken);

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            await reports.FailedAsync(RunKind.Sweep, moment.Failure, cancellationToken).ConfigureAwait(false);
            return;
        }

        await reports.NoteClockAsync(moments.IsBridged, moment.Value.Now, cancellationToken).ConfigureAwait(false);
        if (moment.Value is { IsOpen: true, Session: not null }
            && await SweepAsync(moment.Value, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            await reports.FailedAsync(RunKind.Sweep, failure, cancellationToken).ConfigureAwait(false);
            return;
        }

        await reports.SucceededAsync(RunKind.Sweep, moment.Value.Now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> SweepAsync(MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await account.KnownMismatchAsync(cancellationToken).ConfigureAwait(false) is { } mismatch)
        {
            return mismatch;
        }

        await refresh.RunAsync(cancellationToken).ConfigureAwait(false);
        var problems = new List<string>();
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var positions = (await documents.ReadablePositionsAsync(problems, cancellationToken).ConfigureAwait(false))
            .Where(position => IsGuarded(position.Value, switches))
            .ToList();
        if (positions.Count == 0)
        {
            return Failure(problems);
        }

        var view = await market.ReadAsync([.. positions.Select(position => position.Value)], moment, cancellationToken).ConfigureAwait(false);
        if (!view.Succeeded)
        {
            return view.Failure;
        }

        reports.NoteFeed(moment.Now, view.Value.Options.Values.Select(option => option.Quote?.At).OfType<DateTimeOffset>());
        await JudgeAllAsync(positions, view.Value, switches, problems, cancellationToken).ConfigureAwait(false);
        return Failure(problems);
    }

    private async Task JudgeAllAsync(
        IReadOnlyList<Stored<Position>> positions, MarketView view, DeskSwitches switches, List<string> problems, CancellationToken cancellationToken)
    {
        var marks = await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        var round = new DeliveryRound();
        var changed = new List<PositionMark>();
        foreach (var position in positions)
        {
            var known = marks.GetValueOrDefault(position.Value.Id) ?? PositionMark.None(position.Value.Id);
            var mark = await JudgeAsync(position, known, view, switches, round, problems, cancellationToken).ConfigureAwait(false);
            if (!mark.IsSameAs(known))
            {
                changed.Add(mark);
            }
        }

        await WriteAsync(changed, cancellationToken).ConfigureAwait(false);
        await commits.DeliverAsync(round, cancellationToken).ConfigureAwait(false);
    }

    // Whatever goes wrong with one position, the stops of all others are judged; the run counts as failed and is reported.
    private async Task<PositionMark> JudgeAsync(
        Stored<Position> position,
        PositionMark known,
        MarketView view,
        DeskSwitches switches,
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
            mark = appraisal.Mark;
            mark = await actions.ActAsync(position, appraisal, switches, view.Moment, round, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(problem, "Position {Position} could not be judged", position.Value.Id);
            problems.Add($"{position.Value.Id}: {problem.Message}");
        }

        return mark;
    }

    private static string? Failure(List<string> problems) => problems.Count switch
    {
        0 => null,
        1 => problems[0],
        _ => $"{problems[0]} (and {problems.Count - 1} more)",
    };

    // Mode Emergency closes stock too, which has no rules of its own.
    private bool IsGuarded(Position position, DeskSwitches switches) =>
        position.Status.IsLive()
        && position.Management is Management.Managed or Management.Watched
        && (switches.Mode == TradingMode.Emergency || (position.IsOption && plans.PlanFor(position) != ExitPlan.Off));

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
