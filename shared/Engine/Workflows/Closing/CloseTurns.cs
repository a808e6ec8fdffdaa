using ExitDesk.Domain.Closing;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Lets closings send as they come, while there is room; else by turns, the most urgent first.</summary>
/// <remarks>
/// Who waits is read from the ledger, so that a crash forgets nobody and two instances agree. Whoever's turn it is always goes: our
/// count of calls is a guess, and the broker's word is the answer.
/// </remarks>
public sealed class CloseTurns(CloseBreaker breaker, IBrokerBudget budget, DeskLedger documents, ExitPlanBook plans)
{
    /// <summary>Calls that a closing makes before its order is out: the clock and the order.</summary>
    public const int CallsEach = 2;

    /// <summary>Whoever waits for calls asks again no sooner: asking takes of them, too.</summary>
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(5);

    /// <summary>Whoever waits for calls asks again no later.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Asks whether a closing may send now. If so, it must <see cref="Leave"/> after its call.</summary>
    /// <returns>Null if it may; else when to ask again, and why.</returns>
    public async Task<CloseStep.Wait?> EnterAsync(PositionClosing closing, CloseFacts facts, CancellationToken cancellationToken)
    {
        var isUrgent = CloseContention.IsUrgent(closing, facts.DeadlineAt, facts.Now);
        var state = breaker.StateAt(facts.Now);
        if (state == BreakerState.Closed)
        {
            var calls = budget.Now;
            return calls.Left >= IBrokerBudget.KeptForCloses
                || await AheadAsync(closing, facts, false, cancellationToken).ConfigureAwait(false) < Math.Max(1, calls.Left / CallsEach)
                ? Enter(closing, isUrgent, facts)
                : new CloseStep.Wait(facts.Now + Bounded(calls.MoreIn), "few calls to the broker are left, and more urgent closes go first");
        }

        return Resting(breaker.HeldUntil(closing.Id, isUrgent, facts.Now))
            ?? (await AheadAsync(closing, facts, state == BreakerState.Open, cancellationToken).ConfigureAwait(false) > 0
                ? Resting(facts.Now + CloseLimits.Pause(TimeSpan.Zero))
                : Enter(closing, isUrgent, facts));
    }

    /// <summary>Its call has ended. Saying so twice does no harm.</summary>
    public void Leave(PositionClosing closing) => breaker.Leave(closing.Id);

    private CloseStep.Wait? Enter(PositionClosing closing, bool isUrgent, CloseFacts facts) => Resting(breaker.TryEnter(closing.Id, isUrgent, facts.Now));

    private static CloseStep.Wait? Resting(DateTimeOffset? until) => until is { } at
        ? new CloseStep.Wait(at, "closes fail at the broker: urgent ones go one at a time, others wait")
        : null;

    private static TimeSpan Bounded(TimeSpan wait) => wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;

    // A row that cannot be read is nobody to wait for.
    private async Task<int> AheadAsync(PositionClosing closing, CloseFacts facts, bool isUrgentOnly, CancellationToken cancellationToken)
    {
        var unsettled = await documents.ReadableClosingsAsync([], cancellationToken).ConfigureAwait(false);
        return CloseContention.Ahead(closing, unsettled.Select(stored => stored.Value), isUrgentOnly, facts.Moment, plans.Expiry);
    }
}
