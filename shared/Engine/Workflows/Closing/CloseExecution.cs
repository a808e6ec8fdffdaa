using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Sync;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Takes one closing one step further: load, look if the protocol asks for it, act, write, schedule the next message.</summary>
/// <remarks>A message is a hint: early, late, repeated or lost, the ledger and the broker decide what happens.</remarks>
public sealed class CloseExecution(
    CloseReads reads,
    IBroker broker,
    MarketMoments moments,
    AccountCheck account,
    DeskLedger documents,
    CloseSubmission submission,
    CloseSettling settling,
    CloseProgress progress,
    ILogger<CloseExecution> logger)
{
    /// <summary>How long a failed read delays a closing.</summary>
    public static readonly TimeSpan AfterFailedRead = TimeSpan.FromSeconds(2);

    /// <summary>How long keys of another account delay a closing: they must never sell what is held there.</summary>
    public static readonly TimeSpan AfterMismatch = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CloseRequest request, CancellationToken cancellationToken)
    {
        var closing = await documents.ClosingAsync(request.PositionId, request.Number, cancellationToken).ConfigureAwait(false);
        if (closing is null || closing.Value.End is not null)
        {
            return;
        }

        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            await progress.RetryAsync(closing, AfterFailedRead, moment.Failure, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (await account.KnownMismatchAsync(cancellationToken).ConfigureAwait(false) is { } mismatch)
        {
            await progress.RetryAsync(closing, AfterMismatch, mismatch, cancellationToken).ConfigureAwait(false);
            return;
        }

        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        await StepAsync(closing, moment.Value, switches.AllowsAutomaticOrders, cancellationToken).ConfigureAwait(false);
    }

    private async Task StepAsync(Stored<PositionClosing> closing, MarketMoment moment, bool isPermitted, CancellationToken cancellationToken)
    {
        var step = CloseProtocol.Next(closing.Value, moment, isPermitted, look: null);
        var look = await LookAsync(step, closing.Value, moment, cancellationToken).ConfigureAwait(false);
        if (look is { Succeeded: false })
        {
            var isLong = moment.Now - closing.Value.Trigger.At >= CloseLimits.WorkingPatience;
            var wait = new CloseStep.Wait(moment.Now + AfterFailedRead, $"the broker cannot be read: {look.Failure}", IsAlarming: isLong);
            await progress.WaitAsync(closing, wait, moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (look is not null)
        {
            closing = closing with { Value = CloseObservation.Observe(closing.Value, look.Value!) };
            step = CloseProtocol.Next(closing.Value, moment, isPermitted, look.Value);
        }

        await ActAsync(step, closing, moment, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BrokerRead<CloseLook>?> LookAsync(
        CloseStep step, PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken) => step switch
        {
            CloseStep.LookAtOrders => await reads.OwnOrdersAsync(closing, moment, cancellationToken).ConfigureAwait(false),
            CloseStep.LookAtAll => await reads.EverythingAsync(closing, moment, cancellationToken).ConfigureAwait(false),
            _ => null,
        };

    private async Task ActAsync(CloseStep step, Stored<PositionClosing> closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        logger.LogInformation("Closing {Closing}: {Step}", closing.Value.Id, step);
        switch (step)
        {
            case CloseStep.Submit submit:
                await submission.SubmitAsync(closing, submit.Quantity, moment, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.Cancel cancel:
                await FreeQuantityAsync(closing, cancel.Order, moment, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.Wait wait:
                await progress.WaitAsync(closing, wait, moment, cancellationToken).ConfigureAwait(false);
                break;
            case CloseStep.Settle settle:
                await settling.SettleAsync(closing, settle, moment, cancellationToken).ConfigureAwait(false);
                break;
            default:
                // What was read asks for another read (an order found by looking, for instance): a message of its own.
                await progress.WaitAsync(closing, new CloseStep.Wait(moment.Now, "looking again"), moment, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task FreeQuantityAsync(Stored<PositionClosing> closing, Order order, MarketMoment moment, CancellationToken cancellationToken)
    {
        var asked = closing.Value with { CancelRequests = [.. closing.Value.CancelRequests, new CancelRequest(order.Id, moment.Now)] };
        var eventId = $"{asked.Id}:cancel:{order.Id}:{asked.CancelRequests.Count}";
        var entries = new List<OutboxEntry>
        {
            Audit.Entry(eventId, moment.Now, asked.PositionId, "order-cancelled", asked.Trigger.RequestedBy, $"Order {order.Id} held the quantity."),
        };
        if (closing.Value.CancelRequests.All(request => request.OrderId != order.Id))
        {
            entries.Add(new OutboxEntry(eventId + ":told", moment.Now) { Notice = new Notice(ClosingCards.FreesQuantity(asked, order.Id)) });
        }

        var wait = new CloseStep.Wait(moment.Now + CloseLimits.Pause(TimeSpan.Zero), "waiting until the broker confirms a cancel");
        var round = new DeliveryRound();
        if (await progress.WriteAsync(closing with { Value = asked }, wait.Until, moment, entries, round, cancellationToken).ConfigureAwait(false) is { } written)
        {
            var outcome = await broker.CancelOrderAsync(order.Id, cancellationToken).ConfigureAwait(false);
            logger.LogInformation("Cancel of {Order}: {Outcome}", order.Id, outcome);
            await progress.ScheduleAsync(written.Value, moment, cancellationToken).ConfigureAwait(false);
            await progress.TellAsync(round, cancellationToken).ConfigureAwait(false);
        }
    }
}
