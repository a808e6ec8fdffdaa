using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Sends the owner's displaced orders again: the intent is in the ledger before the broker hears of it, the answer after.</summary>
public sealed class PutBacks(IBroker broker, LedgerInstance instance, CloseProgress progress, ILogger<PutBacks> logger)
{
    /// <summary>Writes how the closing ends; its next step puts back what it displaced.</summary>
    public Task BeginAsync(Stored<PositionClosing> closing, CloseEnding ending, MarketMoment moment, CancellationToken cancellationToken) =>
        progress.WaitAsync(closing with { Value = closing.Value with { Ending = ending } }, new CloseStep.Wait(moment.Now, "putting orders back"), moment, cancellationToken);

    /// <summary>Sends one.</summary>
    public async Task SubmitAsync(Stored<PositionClosing> closing, CloseStep.PutBack step, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await instance.FindAsync(cancellationToken).ConfigureAwait(false) is not { } ledger)
        {
            await progress.RetryAsync(closing, CloseExecution.AfterFailedRead, "the ledger did not take its own name", cancellationToken).ConfigureAwait(false);
            return;
        }

        var day = moment.Session?.Date ?? NewYork.DateOf(moment.Now);
        var place = closing.Value.Displaced.ToList().FindIndex(displaced => displaced.Order.Id == step.Displaced.Order.Id);
        var intended = PutBack.Intent(closing.Value, step, moment.Now, ClientOrderIds.OfReturn(ledger, day, closing.Value.Id, place + 1));
        var intent = intended.Displaced[place];
        if (await progress.WriteAsync(
            closing with { Value = intended }, moment.Now + CloseLimits.IntentLease, moment, [], new DeliveryRound(), cancellationToken).ConfigureAwait(false) is not { } written)
        {
            await progress.LookAgainAsync(closing.Value, moment, cancellationToken).ConfigureAwait(false);
            return;
        }

        var ticket = PutBackTicket.Of(intent.Order, intent.Return!.ClientOrderId!, intent.Return.Quantity);
        var outcome = await broker.SubmitOrderAsync(ticket, cancellationToken).ConfigureAwait(false);
        logger.LogInformation("Closing {Closing} puts back {Order}: {Outcome}", closing.Value.Id, intent.Order.Id, outcome);
        var answered = written.Value.With(intent with { Return = CloseAnswer.Of(intent.Return, outcome, moment.Now) });
        await progress.WaitAsync(
            written with { Value = answered }, new CloseStep.Wait(moment.Now + CloseAnswer.PauseAfter(outcome), "an order went back"), moment, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what became of one, and tells the owner.</summary>
    public Task LeaveAsync(Stored<PositionClosing> closing, CloseStep.LeaveDisplaced step, MarketMoment moment, CancellationToken cancellationToken)
    {
        var (displaced, isBack) = (step.Displaced, step is { Problem: null, Displaced.Return: not null });
        var result = step.Problem ?? (isBack ? $"back as {displaced.Return!.OrderId}" : "it was never cancelled");
        var left = closing.Value.With(displaced with { Result = result });
        var eventId = $"{left.Id}:back:{displaced.Order.Id}";
        var entries = new List<OutboxEntry>
        {
            Audit.Entry(
                eventId, moment.Now, left.PositionId, isBack ? "order-put-back" : "order-not-put-back", left.Trigger.RequestedBy,
                $"{DisplacedText.Of(displaced)}: {result}"),
        };
        if (isBack || step.Problem is not null)
        {
            entries.Add(new OutboxEntry(eventId + ":told", moment.Now)
            {
                Notice = new Notice(step.Problem is { } problem ? DisplacedText.NotBack(left, displaced, problem) : DisplacedText.Back(left, displaced)),
            });
        }

        return progress.WaitAsync(closing with { Value = left }, new CloseStep.Wait(moment.Now, "an order was put back"), moment, cancellationToken, [.. entries]);
    }
}
