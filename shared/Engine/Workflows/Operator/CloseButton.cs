using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Ports.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Overrides;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>"Close now" on a card: acts if the market is within the card's worst price, else quotes anew and asks again.</summary>
public sealed class CloseButton(
    IMarketData market, DeskLedger documents, DeskCommits commits, OwnerCloses closes)
{
    /// <summary>What a second press of a used button is told; null if the position is live and not closing.</summary>
    public Task<string?> StateAsync(Position position, CancellationToken cancellationToken) => closes.RefusalAsync(position, cancellationToken);

    public async Task<string> PressAsync(
        Stored<ApprovalCard> approval, Stored<Position> position, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        if (await closes.RefusalAsync(position.Value, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        var quotes = await market.GetOptionQuotesAsync([.. position.Value.Structure.ClosingLegs.Select(leg => leg.Symbol)], cancellationToken).ConfigureAwait(false);
        var quote = quotes.Succeeded ? NetQuote.Of(position.Value.Structure, symbol => quotes.Value.GetValueOrDefault(symbol)) : null;
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        if (Objection(approval.Value, position.Value, quote, switches) is { } objection)
        {
            return await AskAgainAsync(approval, position.Value, quote, objection, update.UserName, moment, cancellationToken).ConfigureAwait(false);
        }

        return await StartAsync(approval, position, quote, update, moment, cancellationToken).ConfigureAwait(false);
    }

    // Why a first tap is not enough: each objection is on the card that it leads to, so that the next tap answers it.
    private static TapObjection? Objection(ApprovalCard approval, Position position, Quote? quote, DeskSwitches switches)
    {
        if (approval.Kind is ApprovalKind.CloseByRule or ApprovalKind.Expiry && !switches.AllowsAutomaticOrders)
        {
            var why = switches.State == TradingState.Halted ? "Trading is halted." : "Monitor mode.";
            return new TapObjection(why, "Tap again to close anyway.", TakesOwnersWord: true);
        }

        if (approval.WorstPrice is not { } worst)
        {
            return null;
        }

        var closing = position.Side == PositionSide.Long ? quote?.Bid : quote?.Ask;
        if (closing is not { } price)
        {
            return !position.IsOption
                ? null
                : new TapObjection("There is no quote now: a market order may fill anywhere.", "Tap again to close anyway.", TakesOwnersWord: true);
        }

        return (position.Side == PositionSide.Long ? price < worst : price > worst)
            ? new TapObjection($"The market moved past {Figures.Price(worst)} to {Figures.Price(price)}.", "Tap again to close at the new price.", TakesOwnersWord: false)
            : null;
    }

    private async Task<string> AskAgainAsync(
        Stored<ApprovalCard> approval, Position position, Quote? quote, TapObjection objection, string by, MarketMoment moment, CancellationToken cancellationToken)
    {
        var asked = approval.Value with
        {
            Bid = quote?.Bid,
            Ask = quote?.Ask,
            WorstPrice = IsUnbound(approval.Value) ? null : Question.WorstPrice(position, quote?.Bid, quote?.Ask),
            AskedAt = moment.Now,
            AskedAgain = new AskedAgain(by, moment.Now, objection.Why),
            Decision = approval.Value.Decision is { } finding ? finding with { Value = OwnerCloses.ReturnNow(position, quote) ?? finding.Value } : null,
            Kind = objection.TakesOwnersWord ? ApprovalKind.CloseByOwner : approval.Value.Kind,
        };
        var lead = $"⚠️ {Html.Escape(objection.Text)}";
        var card = asked.Decision is null
            ? QuestionCards.SecondTap(asked, $"{lead}\n⚪ <b>Close {Html.Escape(Titles.Of(position))}?</b>\nQuote {Figures.Price(asked.Bid)} / {Figures.Price(asked.Ask)}")
            : QuestionCards.ByRule(position, asked, lead);
        var batch = new LedgerBatch()
            .Replace(LedgerKeys.Approval(asked.Token), asked, approval.Version)
            .Post(Question.CardEntry(asked, card, moment));
        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null ? "Somebody answered this just now." : objection.Text;
    }

    // What was asked without a price limit, though quoted, is asked again without one.
    private static bool IsUnbound(ApprovalCard approval) =>
        approval.Decision?.Urgency == Urgency.Immediate
        || approval is { Kind: ApprovalKind.Expiry, WorstPrice: null, Bid: not null, Ask: not null };

    private async Task<string> StartAsync(
        Stored<ApprovalCard> approval, Stored<Position> position, Quote? quote, OperatorUpdate update, MarketMoment moment, CancellationToken cancellationToken)
    {
        var trigger = OwnerCloses.Trigger(position.Value, approval.Value.Decision, quote, update.UserName, moment);
        var answer = $"Closing, approved by {update.UserName}";
        var answered = approval.Value.Decision is { } finding ? position with { Value = position.Value.Asked(finding.Reason) } : position;
        var batch = CloseStart.Batch(answered, trigger, approval.Value.Token, moment)
            .Replace(
                LedgerKeys.Approval(approval.Value.Token),
                approval.Value with { Status = ApprovalStatus.Used, Answer = answer },
                approval.Version)
            .Post(Audit.Entry(
                $"approved:{approval.Value.Token}", moment.Now, position.Value.Id, "approved", update.UserName,
                $"Shown {Figures.Price(approval.Value.Bid)} / {Figures.Price(approval.Value.Ask)}, now {Figures.Price(quote?.Bid)} / {Figures.Price(quote?.Ask)}"))
            .NoteClose(position.Value, approval.Value, update.UserName, moment);
        return await commits.CommitAsync(batch, cancellationToken).ConfigureAwait(false) is null
            ? "The position changed just now. Please look at /status and tap again."
            : moment.IsOpen ? $"Closing {Titles.Of(position.Value)}" : $"The market is closed: {Titles.Of(position.Value)} closes after the next open";
    }
}
