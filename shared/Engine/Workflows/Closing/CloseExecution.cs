using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Sync;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Takes one closing one step further: load, look if the protocol asks for it, act, write, schedule the next message.</summary>
/// <remarks>A message is a hint: early, late, repeated or lost, the ledger and the broker decide what happens.</remarks>
public sealed class CloseExecution(
    CloseGuards protocol,
    CloseReads reads,
    CloseNeighbours neighbours,
    CloseCircumstances circumstances,
    MarketMoments moments,
    AccountCheck account,
    DeskLedger documents,
    CloseTurns turns,
    CloseBreaker breaker,
    CloseSubmission submission,
    CloseCancels cancels,
    PutBacks putBacks,
    CloseSettling settling,
    CloseProgress progress,
    ILogger<CloseExecution> logger)
{
    /// <summary>How long a failed read delays a closing.</summary>
    public static readonly TimeSpan AfterFailedRead = TimeSpan.FromSeconds(2);

    /// <summary>How long keys of another account delay a closing: they must never sell what is held there.</summary>
    public static readonly TimeSpan AfterMismatch = TimeSpan.FromMinutes(1);

    /// <summary>A message this much before its closing's time is a repeat, not one that came a little early.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CloseRequest request, CancellationToken cancellationToken)
    {
        var closing = await documents.ClosingAsync(request.PositionId, request.Number, cancellationToken).ConfigureAwait(false);
        if (closing is null || closing.Value.End is not null)
        {
            return;
        }

        if (await turns.RestAsync(closing.Value).ConfigureAwait(false) is { } rest)
        {
            await progress.HoldAsync(closing, rest.Wait, rest.From, cancellationToken).ConfigureAwait(false);
            return;
        }

        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            await progress.RetryAsync(closing, AfterFailedRead, moment.Failure, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (closing.Value.NextAt - moment.Value.Now > Early)
        {
            // One too many: the one that is due has been sent, or is now. Its id is that of this state, so the queue keeps one.
            await progress.ScheduleAsync(closing.Value, moment.Value, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (await account.KnownMismatchAsync(cancellationToken).ConfigureAwait(false) is { } mismatch)
        {
            await progress.RetryAsync(closing, AfterMismatch, mismatch, cancellationToken).ConfigureAwait(false);
            return;
        }

        var facts = await circumstances.ReadAsync(closing.Value, moment.Value, cancellationToken).ConfigureAwait(false);
        await StepAsync(closing, facts, cancellationToken).ConfigureAwait(false);
    }

    private async Task StepAsync(Stored<PositionClosing> closing, CloseFacts facts, CancellationToken cancellationToken)
    {
        BreakerChange? change = null;
        var step = protocol.Next(closing.Value, facts);
        var look = await LookAsync(step, closing.Value, facts.Moment, cancellationToken).ConfigureAwait(false);
        if (look is { Succeeded: false })
        {
            await WaitForReadAsync(closing, look.Failure, facts, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (look is not null)
        {
            closing = closing with { Value = CloseObservation.Observe(closing.Value, look.Value!) };
            facts = facts with { Look = look.Value };
            change = breaker.Judge(closing.Value, AttemptReading.VerdictOf(closing.Value, look.Value!, facts.Now), facts.Now);
            step = protocol.Next(closing.Value, facts);
        }

        if (step is CloseStep.LookAtDisplaced displaced)
        {
            if (await SeeAsync(displaced.Displaced, closing, facts, cancellationToken).ConfigureAwait(false) is not { } seen)
            {
                return;
            }

            closing = closing with { Value = PutBack.Observe(closing.Value, seen) };
            step = protocol.Next(closing.Value, facts with { Displaced = seen });
        }

        if (step is CloseStep.LookAtQuotes)
        {
            facts = facts with { Quotes = await reads.QuotesAsync(closing.Value, cancellationToken).ConfigureAwait(false) };
            step = protocol.Next(closing.Value, facts);
        }

        await ActAsync(step, closing, facts, cancellationToken).ConfigureAwait(false);

        // Last: no chat delays a step.
        await breaker.TellAsync(change, closing.Value, facts.Now, cancellationToken).ConfigureAwait(false);
    }

    // Null if it cannot be read: then it comes back.
    private async Task<DisplacedLook?> SeeAsync(
        DisplacedOrder displaced, Stored<PositionClosing> closing, CloseFacts facts, CancellationToken cancellationToken)
    {
        var seen = await reads.DisplacedAsync(displaced, facts.Moment, cancellationToken).ConfigureAwait(false);
        if (!seen.Succeeded)
        {
            await WaitForReadAsync(closing, seen.Failure, facts, cancellationToken).ConfigureAwait(false);
        }

        return seen.Value;
    }

    private Task WaitForReadAsync(Stored<PositionClosing> closing, string why, CloseFacts facts, CancellationToken cancellationToken)
    {
        var isLong = facts.Now - closing.Value.Trigger.At >= CloseLimits.WorkingPatience;
        var wait = new CloseStep.Wait(facts.Now + AfterFailedRead, $"the broker cannot be read: {why}", IsAlarming: isLong);
        return progress.WaitAsync(closing, wait, facts.Moment, cancellationToken);
    }

    private async Task<BrokerRead<CloseLook>?> LookAsync(
        CloseStep step, PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken) => step switch
        {
            CloseStep.LookAtOrders => await reads.OwnOrdersAsync(closing, moment).ConfigureAwait(false),
            CloseStep.LookAtAll => await EverythingAsync(closing, moment, cancellationToken).ConfigureAwait(false),
            _ => null,
        };

    private async Task<BrokerRead<CloseLook>> EverythingAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        var look = await reads.EverythingAsync(closing, moment, cancellationToken).ConfigureAwait(false);
        return look.Succeeded ? await neighbours.WithAsync(look.Value, closing, cancellationToken).ConfigureAwait(false) : look;
    }

    private async Task ActAsync(CloseStep step, Stored<PositionClosing> closing, CloseFacts facts, CancellationToken cancellationToken)
    {
        var moment = facts.Moment;
        logger.LogInformation("Closing {Closing}: {Step}", closing.Value.Id, step);
        switch (step)
        {
            case CloseStep.SubmitClosePosition or CloseStep.SubmitLimit or CloseStep.SubmitMultiLeg or CloseStep.SendAgain:
                await SubmitAsync(step, closing, facts, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.Cancel cancel:
                await cancels.CancelAsync(closing, cancel.Order, moment, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.BeginEnding begin:
                await putBacks.BeginAsync(closing, begin.Ending, moment, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.PutBack back:
                await putBacks.SubmitAsync(closing, back, moment, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.LeaveDisplaced leave:
                await putBacks.LeaveAsync(closing, leave, moment, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.Wait wait:
                await progress.WaitAsync(closing, wait, moment, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.Settle settle:
                await settling.SettleAsync(closing, settle, moment, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.GiveUp giveUp:
                await settling.SettleAsync(closing, new CloseStep.Settle(CloseEnd.GivenUp, giveUp.Why), moment, cancellationToken).ConfigureAwait(false);
                break;
            default:
                // What was read asks for another read (an order found by looking, for instance): a message of its own.
                await progress.WaitAsync(closing, new CloseStep.Wait(moment.Now, "looking again"), moment, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task SubmitAsync(CloseStep step, Stored<PositionClosing> closing, CloseFacts facts, CancellationToken cancellationToken)
    {
        if (await turns.EnterAsync(closing.Value, facts).ConfigureAwait(false) is { } wait)
        {
            await progress.HoldAsync(closing, wait, facts.Moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await submission.SubmitAsync(closing, step, facts.Moment, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turns.Leave(closing.Value);
        }
    }
}
