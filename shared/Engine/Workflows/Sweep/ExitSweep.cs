using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Health;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Expiry;
using ExitDesk.Engine.Workflows.Overrides;
using ExitDesk.Engine.Workflows.Sync;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>Prices every position and runs the exit rules: quotes in, close requests, questions and alerts out.</summary>
public sealed class ExitSweep(
    MarketReads market,
    MarketMoments moments,
    AccountCheck account,
    DeskLedger documents,
    SweepJudging judging,
    DeskWatch watch,
    OverrideMarking overrides,
    ExpiryReview review,
    ExitPlanBook plans,
    PlanRefresh refresh,
    RunReports reports)
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
        var failure = moment.Value is { IsOpen: true, Session: not null }
            ? await SweepAsync(moment.Value, cancellationToken).ConfigureAwait(false)
            : Failure([.. await review.SummarizeAsync(moment.Value, cancellationToken).ConfigureAwait(false)]);
        if (failure is not null)
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
        var held = (await documents.ReadablePositionsAsync(problems, cancellationToken).ConfigureAwait(false))
            .Where(static position => position.Value.Status.IsLive())
            .ToList();
        var positions = held.Where(position => IsGuarded(position.Value, switches)).ToList();
        var view = await market.ReadAsync([.. positions.Select(position => position.Value)], moment, cancellationToken).ConfigureAwait(false);
        reports.NoteFeed(moment.Now, view.Options.Values.Select(option => option.Quote?.At).OfType<DateTimeOffset>());
        await judging.RunAsync(positions, view, switches, problems, cancellationToken).ConfigureAwait(false);
        await watch.RunAsync(held, view, switches, problems, cancellationToken).ConfigureAwait(false);
        await overrides.RunAsync(view, cancellationToken).ConfigureAwait(false);
        return Failure(problems);
    }

    private static string? Failure(List<string> problems) => problems.Count switch
    {
        0 => null,
        1 => problems[0],
        _ => $"{problems[0]} (and {problems.Count - 1} more)",
    };

    // Mode Emergency closes stock too, which has no rules of its own.
    private bool IsGuarded(Position position, DeskSwitches switches) =>
        position.Management is Management.Managed or Management.Watched
        && (switches.Mode == TradingMode.Emergency || (position.IsOption && plans.PlanFor(position) != ExitPlan.Off));
}
