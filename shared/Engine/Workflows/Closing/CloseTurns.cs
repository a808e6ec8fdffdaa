using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Reading;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Lets closings step as they come, while there is room; else by turns, the most urgent first.</summary>
/// <remarks>
/// Who waits is read from the ledger, so that a crash forgets nobody and two instances agree. Whoever's turn it is always goes: our
/// count of calls is a guess, and the broker's word is the answer.
/// </remarks>
public sealed class CloseTurns(CloseBreaker breaker, IBrokerBudget budget, MarketMoments moments, DeskLedger documents, ExitPlanBook plans)
{
    /// <summary>Whoever waits for calls asks again no sooner: asking takes of them, too.</summary>
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(5);

    /// <summary>Whoever waits for calls asks again no later.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Those who wait for the same calls come back one after the other.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(10);

    // A thousand that rest come back over this span.
    private static readonly TimeSpan SpreadOfMany = 1_000 * Apart;

    private readonly SharedRead<ValueTuple, IReadOnlyList<PositionClosing>> _unsettled = new(async _ =>
        [.. (await documents.ReadableClosingsAsync([], CancellationToken.None).ConfigureAwait(false)).Select(stored => stored.Value).Where(closing => closing.End is null)]);

    /// <summary>Asks, before any call to the broker, whether a closing may take its next step with the calls that are left.</summary>
    /// <returns>Null if it may; else when to ask again and why, with the moment that this counts from.</returns>
    public async Task<(CloseStep.Wait Wait, MarketMoment From)?> RestAsync(PositionClosing closing)
    {
        var calls = budget.Now;
        if (calls.Left >= IBrokerBudget.KeptForCloses || moments.Assumed is not { } moment)
        {
            return null;
        }

        // One call each: the order. Clock and looks are shared by those who step side by side.
        var ahead = CloseContention.AheadForCalls(closing, await _unsettled.ReadAsync(default).ConfigureAwait(false), LongestWait + SpreadOfMany, moment, plans.Expiry);
        return ahead < Math.Max(1, calls.Left)
            ? null
            : (new CloseStep.Wait(moment.Now + Bounded(calls.MoreIn) + (ahead * Apart), "few calls to the broker are left, and more urgent closes go first"), moment);
    }

    /// <summary>Asks whether a closing may send now. If so, it must <see cref="Leave"/> after its call.</summary>
    /// <returns>Null if it may; else when to ask again, and why.</returns>
    public async Task<CloseStep.Wait?> EnterAsync(PositionClosing closing, CloseFacts facts)
    {
        var isUrgent = CloseContention.IsUrgent(closing, facts.DeadlineAt, facts.Now);
        var state = breaker.StateAt(facts.Now);
        if (state == BreakerState.Closed)
        {
            return Resting(breaker.TryEnter(closing.Id, isUrgent, facts.Now));
        }

        return Resting(breaker.HeldUntil(closing.Id, isUrgent, facts.Now))
            ?? (await AheadAsync(closing, facts.Moment, state == BreakerState.Open).ConfigureAwait(false) > 0
                ? Resting(facts.Now + CloseLimits.Pause(TimeSpan.Zero))
                : Resting(breaker.TryEnter(closing.Id, isUrgent, facts.Now)));
    }

    /// <summary>Its call has ended. Saying so twice does no harm.</summary>
    public void Leave(PositionClosing closing) => breaker.Leave(closing.Id);

    private static CloseStep.Wait? Resting(DateTimeOffset? until) => until is { } at
        ? new CloseStep.Wait(at, "closes fail at the broker: urgent ones go one at a time, others wait")
        : null;

    private static TimeSpan Bounded(TimeSpan wait) => wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;

    // A row that cannot be read is nobody to wait for.
    private async Task<int> AheadAsync(PositionClosing closing, MarketMoment moment, bool isUrgentOnly) =>
        CloseContention.Ahead(closing, await _unsettled.ReadAsync(default).ConfigureAwait(false), isUrgentOnly, moment, plans.Expiry);
}
