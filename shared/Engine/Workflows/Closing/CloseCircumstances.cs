using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Closing;

/// <summary>Gathers from the ledger what the next step of a closing is decided on.</summary>
public sealed class CloseCircumstances(DeskLedger documents, CloseNeighbours neighbours, ExitPlanBook plans)
{
    public async Task<CloseFacts> ReadAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken)
    {
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        return new CloseFacts(moment, switches.AllowsAutomaticOrders)
        {
            DeadlineAt = DeadlineOf(closing, moment),
            IsRuleGone = await IsRuleGoneAsync(closing, cancellationToken).ConfigureAwait(false),
            LooksFirst = await LooksFirstAsync(closing, moment, cancellationToken).ConfigureAwait(false),
            OffersWorthless = await OffersWorthlessAsync(closing, moment, cancellationToken).ConfigureAwait(false),
        };
    }

    // The sweeps go on judging positions that are being closed: the mark of the last one says whether the rule still wants it.
    private async Task<bool> IsRuleGoneAsync(PositionClosing closing, CancellationToken cancellationToken) =>
        closing.Trigger.Authority == CloseAuthority.Rule
        && WalkPace.Of(closing.Trigger.Urgency) is { IsBounded: true }
        && RuleStanding.IsGone(closing.Trigger, await documents.MarkAsync(closing.PositionId, cancellationToken).ConfigureAwait(false));

    // Only the first attempt at the market goes out without a look.
    private async Task<bool> LooksFirstAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken) =>
        closing is { IsMultiLeg: false, Attempts.Count: 0 } && await neighbours.AreAnyAsync(closing, moment.Now, cancellationToken).ConfigureAwait(false);

    // Only a walk of one long option asks, and an urgent close in its last session; its plan is that of the position as it is held.
    private async Task<bool> OffersWorthlessAsync(PositionClosing closing, MarketMoment moment, CancellationToken cancellationToken) =>
        !closing.IsMultiLeg
        && closing.Legs[0] is { IsLong: true, Contract: { Expiration: var last } }
        && (WalkPace.Of(closing.Trigger.Urgency) is not null || last <= moment.Session?.Date)
        && await documents.PositionAsync(closing.PositionId, cancellationToken).ConfigureAwait(false) is { } position
        && plans.PlanFor(position.Value).ExpirationRisk.OffersWorthless;

    private DateTimeOffset? DeadlineOf(PositionClosing closing, MarketMoment moment) => moment.Session is { } session
        ? closing.Legs.Min(leg => ExpiryDeadline.Of(leg.Contract, session, plans.Expiry).At)
        : null;
}
