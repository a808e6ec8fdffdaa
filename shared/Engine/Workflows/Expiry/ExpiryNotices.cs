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

/// <summary>
/// Keeps one card with buttons for each expiring position: a new message, with a sound, when it gets worse and at each minute of
/// an alarm; else the same one, edited, which makes none.
/// </summary>
public sealed class ExpiryNotices(DeskLedger documents, ExitPlanBook plans, Tokens tokens)
{
    /// <summary>What is to be said of a position now.</summary>
    /// <param name="expiring">The position.</param>
    /// <param name="means">What the account has for its exercise.</param>
    /// <param name="switches">Whether the ladder may act.</param>
    /// <param name="moment">The broker's clock, in session.</param>
    public ExpiryView View(ExpiringPosition expiring, ExerciseMeans means, DeskSwitches switches, MarketMoment moment)
    {
        var (position, assessment, settings) = (expiring.Position.Value, expiring.Assessment, plans.Expiry);
        var deadline = ExpiryDeadline.Of(assessment.Contract, moment.Session!, settings);
        var leg = position.Structure.ClosingLegs.First(leg => leg.Contract == assessment.Contract);
        var holding = new ExpiringHolding(
            leg.Contract!, leg.IsLong ? PositionSide.Long : PositionSide.Short, position.Quantity * Math.Abs(leg.Ratio), leg.Multiplier,
            position.Structure.ClosingLegs.Count > 1, means);
        var isOff = !plans.PlanFor(position).ExerciseRisk.Enabled;
        var block = isOff ? "its plan switches the expiry ladder off" : ExpiryAlarms.Block(position, switches);
        var alarm = ExpiryAlarms.Of(assessment, block is not null, deadline, moment.Now, settings);
        var silence = position.Silences.LastOrDefault(silence => silence.Rule == ExitReason.ExerciseRisk && silence.Until > moment.Now);
        return new ExpiryView(
            position, assessment, deadline, holding, BrokerOutlook.Of(holding, expiring.Underlying?.Price, deadline, settings),
            isOff && alarm > ExpiryAlarm.Card ? ExpiryAlarm.Card : alarm,
            expiring.Quote, expiring.Underlying?.Price, moment.Now, block, silence?.Until, settings);
    }

    /// <summary>Adds to a batch what the owner is to read, if anything.</summary>
    /// <param name="batch">Takes it.</param>
    /// <param name="view">What is to be said.</param>
    /// <param name="watch">What was said.</param>
    /// <param name="isCalled">True if one message for many positions sounds for this one in this cycle.</param>
    /// <param name="moment">The broker's clock, in session.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <returns>The watch as it is once the batch stands.</returns>
    public async Task<ExpiryWatch> TellAsync(
        LedgerBatch batch, ExpiryView view, ExpiryWatch watch, bool isCalled, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (view.IsLeftToClosing)
        {
            // Should the closing end without closing it, the owner is told anew.
            return await EndAsync(batch, watch, view.Position, "It is being closed", moment, cancellationToken).ConfigureAwait(false) with { Alarm = ExpiryAlarm.None };
        }

        if (isCalled)
        {
            return await StayAsync(batch, view, watch, moment, cancellationToken).ConfigureAwait(false);
        }

        if (ExpiryAlarms.Sounds(view.Alarm, watch, view.Now))
        {
            // What sounds goes first: a chat takes only a few messages at a time, and a last word can wait.
            var begun = Begin(batch, view, watch, moment);
            return begun with { AskedToken = await MoveOnAsync(batch, view, watch, moment, cancellationToken).ConfigureAwait(false) };
        }

        return view.Gist != watch.Shown ? await EditAsync(batch, view, watch, moment, cancellationToken).ConfigureAwait(false) : watch;
    }

    /// <summary>Adds the last word on a position's cards, if any is still open.</summary>
    /// <returns>The watch without a card.</returns>
    public async Task<ExpiryWatch> EndAsync(
        LedgerBatch batch, ExpiryWatch watch, Position? position, string answer, MarketMoment moment, CancellationToken cancellationToken)
    {
        await EndAsync(batch, watch.Token, position, answer, moment, cancellationToken).ConfigureAwait(false);
        await EndAsync(batch, watch.AskedToken, position, answer, moment, cancellationToken).ConfigureAwait(false);
        return watch with { Token = null, AskedToken = null };
    }

    // Those who are many are heard in one message; each card stays where it is, and is there if it was not, without a sound of its own.
    private async Task<ExpiryWatch> StayAsync(LedgerBatch batch, ExpiryView view, ExpiryWatch watch, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (view.Alarm > watch.Alarm && await OpenAsync(watch.Token, cancellationToken).ConfigureAwait(false) is null)
        {
            return Begin(batch, view, watch, moment, isSilent: true);
        }

        var heard = Heard(view, watch);
        return view.Gist != watch.Shown ? await EditAsync(batch, view, heard, moment, cancellationToken, isSilent: true).ConfigureAwait(false) : heard;
    }

    // The card above ends, unless a first tap on it waits for its second: that question stays until it is answered, and only one of its kind.
    // What is returned is the token of the card that waits so.
    private async Task<string?> MoveOnAsync(LedgerBatch batch, ExpiryView view, ExpiryWatch watch, MarketMoment moment, CancellationToken cancellationToken)
    {
        var isAsked = await OpenAsync(watch.Token, cancellationToken).ConfigureAwait(false) is { Value.Kind: ApprovalKind.CloseByOwner };
        await EndAsync(batch, isAsked ? watch.AskedToken : watch.Token, view.Position, "Continued below", moment, cancellationToken).ConfigureAwait(false);
        return isAsked ? watch.Token : watch.AskedToken;
    }

    private async Task EndAsync(
        LedgerBatch batch, string? token, Position? position, string answer, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await OpenAsync(token, cancellationToken).ConfigureAwait(false) is { } approval)
        {
            var entry = Question.CardEntry(
                approval.Value, QuestionCards.Over(QuestionCards.Title(approval.Value, position), answer, moment.Now), moment, isFinal: true);
            Question.Overtake(batch, approval, answer).Post(entry with { Notice = entry.Notice! with { IsInPlaceOnly = true } });
        }
    }

    private ExpiryWatch Begin(LedgerBatch batch, ExpiryView view, ExpiryWatch watch, MarketMoment moment, bool isSilent = false)
    {
        var approval = Quoted(
            new ApprovalCard(tokens.Next(), ApprovalKind.Expiry, view.Position.Id, null, null, null, null, moment.Now, view.Deadline.CloseAt, ApprovalStatus.Open),
            view);
        var card = ExpiryCards.Of(view, approval) with { IsSilent = isSilent };
        batch.Insert(LedgerKeys.Approval(approval.Token), approval)
            .Post(Question.CardEntry(approval, card, moment))
            .Post(Said(view, card));
        return Heard(view, watch) with { Token = approval.Token, Shown = view.Gist };
    }

    private static ExpiryWatch Heard(ExpiryView view, ExpiryWatch watch) =>
        watch with { Alarm = view.Alarm > watch.Alarm ? view.Alarm : watch.Alarm, SoundedAt = view.Now };

    // What was answered is not written over, and neither is a question that waits for its second tap.
    private async Task<ExpiryWatch> EditAsync(
        LedgerBatch batch, ExpiryView view, ExpiryWatch watch, MarketMoment moment, CancellationToken cancellationToken, bool isSilent = false)
    {
        if (await OpenAsync(watch.Token, cancellationToken).ConfigureAwait(false) is not { Value.Kind: ApprovalKind.Expiry } approval)
        {
            return watch;
        }

        var quoted = Quoted(approval.Value with { AskedAt = moment.Now }, view);
        batch.Replace(LedgerKeys.Approval(quoted.Token), quoted, approval.Version)
            .Post(Question.CardEntry(quoted, ExpiryCards.Of(view, quoted) with { IsSilent = isSilent }, moment));
        return watch with { Shown = view.Gist };
    }

    private async Task<Stored<ApprovalCard>?> OpenAsync(string? token, CancellationToken cancellationToken) =>
        token is not null
        && await documents.ReadableApprovalAsync(token, cancellationToken).ConfigureAwait(false) is { Value: { Status: ApprovalStatus.Open, Kind: ApprovalKind.Expiry or ApprovalKind.CloseByOwner } } approval
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
