using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.Ports.Desk;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Expiry;

/// <summary>Keeps one card for each expiring position: a new one, with a sound, when it gets worse; else the same, edited.</summary>
public sealed class ExpiryNotices(DeskLedger documents, ExitPlanBook plans, Tokens tokens)
{
    /// <summary>An alarm is renewed once a minute; the sweep's timer may be a little early.</summary>
    public static readonly TimeSpan Repeat = TimeSpan.FromSeconds(55);

    /// <summary>What is to be said of a position now.</summary>
    public ExpiryView View(ExpiringPosition expiring, DeskSwitches switches, MarketMoment moment)
    {
        var (position, assessment, settings) = (expiring.Position.Value, expiring.Assessment, plans.Expiry);
        var deadline = ExpiryDeadline.Of(assessment.Contract, moment.Session!, settings);
        var leg = position.Structure.ClosingLegs.First(leg => leg.Contract == assessment.Contract);
        var holding = new ExpiringHolding(
            leg.Contract!, leg.IsLong ? PositionSide.Long : PositionSide.Short, position.Quantity * Math.Abs(leg.Ratio), leg.Multiplier,
            position.Structure.ClosingLegs.Count > 1, Funds: null, SharesHeld: null);
        var isOff = !plans.PlanFor(position).ExerciseRisk.Enabled;
        var block = isOff ? "its plan switches the expiry ladder off" : ExpiryAlarms.Block(position, switches);
        var alarm = ExpiryAlarms.Of(assessment, block is not null, deadline, moment.Now, settings);
        var silence = position.Silences.LastOrDefault(silence => silence.Rule == ExitReason.ExerciseRisk && silence.Until > moment.Now);
        return new ExpiryView(
            position, assessment, deadline, BrokerOutlook.Of(holding, expiring.Underlying?.Price, deadline, settings),
            isOff && alarm > ExpiryAlarm.Card ? ExpiryAlarm.Card : alarm,
            expiring.Quote, expiring.Underlying?.Price, moment.Now, block, silence?.Until, settings);
    }

    /// <summary>Adds to a batch what the owner is to read, if anything.</summary>
    /// <returns>The watch as it is once the batch stands.</returns>
    public async Task<ExpiryWatch> TellAsync(LedgerBatch batch, ExpiryView view, ExpiryWatch watch, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (view.IsClosing && view.Alarm < ExpiryAlarm.PastDeadline)
        {
            // Should the closing end without closing it, the owner is told anew.
            return await EndAsync(batch, watch, view.Position, "It is being closed", moment, cancellationToken).ConfigureAwait(false) with { Alarm = ExpiryAlarm.None };
        }

        if (view.Alarm > watch.Alarm)
        {
            await EndAsync(batch, watch, view.Position, "Continued below", moment, cancellationToken).ConfigureAwait(false);
            return Begin(batch, view, watch, moment);
        }

        var isDue = view.Gist != watch.Shown || (view.Alarm > ExpiryAlarm.Card && moment.Now - watch.ShownAt >= Repeat);
        return isDue ? await EditAsync(batch, view, watch, moment, cancellationToken).ConfigureAwait(false) : watch;
    }

    /// <summary>Adds the last word on a position's card, if it is still open.</summary>
    /// <returns>The watch without a card.</returns>
    public async Task<ExpiryWatch> EndAsync(
        LedgerBatch batch, ExpiryWatch watch, Position? position, string answer, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await OpenAsync(watch, cancellationToken).ConfigureAwait(false) is { } approval)
        {
            Question.Overtake(batch, approval, answer).Post(Question.CardEntry(
                approval.Value, QuestionCards.Over(QuestionCards.Title(approval.Value, position), answer, moment.Now), moment, isFinal: true));
        }

        return watch with { Token = null };
    }

    private ExpiryWatch Begin(LedgerBatch batch, ExpiryView view, ExpiryWatch watch, MarketMoment moment)
    {
        var approval = Quoted(
            new ApprovalCard(tokens.Next(), ApprovalKind.Expiry, view.Position.Id, null, null, null, null, moment.Now, view.Deadline.CloseAt, ApprovalStatus.Open),
            view);
        var card = ExpiryCards.Of(view, approval);
        batch.Insert(LedgerKeys.Approval(approval.Token), approval)
            .Post(Question.CardEntry(approval, card, moment))
            .Post(Said(view, card));
        return watch with { Alarm = view.Alarm, Token = approval.Token, ShownAt = moment.Now, Shown = view.Gist };
    }

    private async Task<ExpiryWatch> EditAsync(LedgerBatch batch, ExpiryView view, ExpiryWatch watch, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await OpenAsync(watch, cancellationToken).ConfigureAwait(false) is not { } approval)
        {
            return watch;
        }

        var quoted = Quoted(approval.Value with { AskedAt = moment.Now }, view);
        var card = ExpiryCards.Of(view, quoted);
        batch.Replace(LedgerKeys.Approval(quoted.Token), quoted, approval.Version).Post(Question.CardEntry(quoted, card, moment));
        if (view.Alarm > ExpiryAlarm.Card)
        {
            batch.Post(Said(view, card));
        }

        return watch with { ShownAt = moment.Now, Shown = view.Gist };
    }

    // A first tap that needs a second one must not silence the alarms. A card that was answered is not written over.
    private async Task<Stored<ApprovalCard>?> OpenAsync(ExpiryWatch watch, CancellationToken cancellationToken) =>
        watch.Token is { } token
        && await documents.ApprovalAsync(token, cancellationToken).ConfigureAwait(false) is { Value: { Status: ApprovalStatus.Open, Kind: ApprovalKind.Expiry or ApprovalKind.CloseByOwner } } approval
            ? approval
            : null;

    // "Close now" on an alarm is not bound to a price: what it prevents may cost more.
    private static ApprovalCard Quoted(ApprovalCard approval, ExpiryView view) => approval with
    {
        Bid = view.Quote?.Bid,
        Ask = view.Quote?.Ask,
        WorstPrice = view.Alarm > ExpiryAlarm.Card ? null : Question.WorstPrice(view.Position, view.Quote?.Bid, view.Quote?.Ask),
    };

    private static Outbox.OutboxEntry Said(ExpiryView view, Card card) => Audit.Entry(
        $"expiry-said:{view.Position.Id}:{view.Now.ToUnixTimeMilliseconds()}", view.Now, view.Position.Id,
        view.Alarm > ExpiryAlarm.Card ? "expiry-alarm" : "expiry-card", "expiry guardian", PlainText.Of(card.Html));
}
