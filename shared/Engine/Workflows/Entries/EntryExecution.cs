using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Sync;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Entries;

/// <summary>Takes one entry one step further: load, look or judge if the protocol asks for it, act, write, schedule the next message.</summary>
/// <remarks>A message is a hint: early, late, repeated or lost, the ledger and the broker decide what happens.</remarks>
public sealed class EntryExecution(
    EntryReads reads,
    EntryQuestions questions,
    EntrySubmission submission,
    EntryCancels cancels,
    EntryBooking booking,
    EntrySettling settling,
    EntryProgress progress,
    MarketMoments moments,
    AccountCheck account,
    LedgerInstance instance,
    DeskLedger documents,
    IBrokerBudget budget,
    EntrySettings settings,
    ILogger<EntryExecution> logger) : IDisposable
{
    /// <summary>How long a failed read delays an entry.</summary>
    public static readonly TimeSpan AfterFailedRead = TimeSpan.FromSeconds(5);

    /// <summary>How long keys of another account delay an entry.</summary>
    public static readonly TimeSpan AfterMismatch = TimeSpan.FromMinutes(1);

    /// <summary>Calls that closes may need are left to them: whoever opens comes back no sooner.</summary>
    public static readonly TimeSpan ShortestWaitForCalls = TimeSpan.FromSeconds(5);

    /// <summary>A message this much before its entry's time is a repeat, not one that came a little early.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    // One step at a time, so that no crowd of entries passes the look at the calls that are left together.
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task RunAsync(EntryRequest request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await RunInTurnAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task RunInTurnAsync(EntryRequest request, CancellationToken cancellationToken)
    {
        var entry = await documents.EntryAsync(request.EntryId, cancellationToken).ConfigureAwait(false);
        if (entry is null || entry.Value.End is not null)
        {
            return;
        }

        if (budget.Now is var calls && calls.Left <= IBrokerBudget.KeptForCloses + EntryReads.Calls)
        {
            var pause = calls.MoreIn > ShortestWaitForCalls ? calls.MoreIn : ShortestWaitForCalls;
            await progress.RetryAsync(entry, pause, "the calls that are left are kept for closes", cancellationToken).ConfigureAwait(false);
            return;
        }

        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            await progress.RetryAsync(entry, AfterFailedRead, moment.Failure, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (entry.Value.NextAt - moment.Value.Now > Early)
        {
            await progress.ScheduleAsync(entry.Value, moment.Value, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Unlike a close, an entry that cannot be sure of its account does not go on.
        if (await account.MismatchAsync(cancellationToken).ConfigureAwait(false) is { } mismatch)
        {
            await progress.RetryAsync(entry, AfterMismatch, mismatch, cancellationToken).ConfigureAwait(false);
            return;
        }

        await StepAsync(entry, moment.Value, cancellationToken).ConfigureAwait(false);
    }

    private async Task StepAsync(Stored<PositionEntry> entry, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await instance.FindAsync(cancellationToken).ConfigureAwait(false) is not { } ledger)
        {
            await progress.RetryAsync(entry, AfterFailedRead, "the ledger did not take its own name", cancellationToken).ConfigureAwait(false);
            return;
        }

        var limits = new EntryLimits(
            settings, EntryWindow.Of(moment, NewYork.TimeOf(moment.Now), settings), EntryOrderIds.Of(ledger, moment.Session?.Date ?? NewYork.DateOf(moment.Now), entry.Value.Id));
        var seen = new EntryObservations(await IsPermittedAsync(entry.Value, cancellationToken).ConfigureAwait(false));
        var step = EntryProtocol.Next(entry.Value, seen, moment, limits);
        if (step is EntryStep.Look)
        {
            var look = await reads.LookAsync(entry.Value, moment, cancellationToken).ConfigureAwait(false);
            if (!look.Succeeded)
            {
                await WaitForReadAsync(entry, look.Failure, moment, cancellationToken).ConfigureAwait(false);
                return;
            }

            entry = entry with { Value = EntryObservation.Observe(entry.Value, look.Value) };
            seen = seen with { Look = look.Value };
            step = EntryProtocol.Next(entry.Value, seen, moment, limits);
        }

        if (step is EntryStep.Judge)
        {
            var facts = await reads.FactsAsync(entry.Value, moment, cancellationToken).ConfigureAwait(false);
            seen = seen with { Verdict = EntryGates.Judge(entry.Value.Recommendation, facts, settings) };
            step = EntryProtocol.Next(entry.Value, seen, moment, limits);
        }

        await ActAsync(step, entry, seen.Verdict, moment, cancellationToken).ConfigureAwait(false);
    }

    private Task WaitForReadAsync(Stored<PositionEntry> entry, string why, MarketMoment moment, CancellationToken cancellationToken)
    {
        var isLong = entry.Value.Attempt is { } attempt && moment.Now - attempt.IntentAt >= CloseLimits.WorkingPatience;
        return progress.WaitAsync(entry, new EntryStep.Wait(moment.Now + AfterFailedRead, $"the broker cannot be read: {why}", isLong), moment, cancellationToken);
    }

    private async Task<bool> IsPermittedAsync(PositionEntry entry, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var positions = await documents.ReadablePositionsAsync([], cancellationToken).ConfigureAwait(false);
        return switches is { Mode: TradingMode.Active, State: TradingState.Active }
            && !positions.Any(stored => stored.Value.Status == PositionStatus.Closing
                && stored.Value.Legs.Any(leg => entry.Recommendation.Legs.Any(wanted => wanted.Symbol == leg.Symbol)));
    }

    private Task ActAsync(
        EntryStep step, Stored<PositionEntry> entry, EntryVerdict? verdict, MarketMoment moment, CancellationToken cancellationToken)
    {
        logger.LogInformation("Entry {Entry}: {Step}", entry.Value.Id, step);
        return step switch
        {
            EntryStep.Ask ask => questions.AskAsync(entry, ask, verdict, moment, cancellationToken),
            EntryStep.Begin => progress.GoOnAsync(
                entry with { Value = entry.Value with { Status = EntryStatus.Working, Verdict = verdict } }, moment.Now, moment, new LedgerBatch(), cancellationToken),
            EntryStep.Submit submit => submission.SubmitAsync(entry, submit, verdict, moment, cancellationToken),
            EntryStep.Wait wait => questions.WaitAsync(entry, wait, moment, cancellationToken),
            EntryStep.Cancel cancel => cancels.CancelAsync(entry, cancel, moment, cancellationToken),
            EntryStep.Book book => booking.BookAsync(entry, book, moment, cancellationToken),
            EntryStep.Settle settle => settling.SettleAsync(entry, settle, moment, cancellationToken),
            _ => progress.WaitAsync(entry, new EntryStep.Wait(moment.Now, "looking again"), moment, cancellationToken),
        };
    }
}
