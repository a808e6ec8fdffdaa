using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Closing;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>What follows from one position's appraisal: a closing, a question, or words.</summary>
public sealed class ExitActions(DeskCommits commits, DeskLedger documents, ExitPlanBook plans, Tokens tokens)
{
    /// <summary>After this long without a decision the owner is told.</summary>
    public static readonly TimeSpan UndecidedPatience = TimeSpan.FromMinutes(5);

    /// <summary>Acts on one appraisal.</summary>
    /// <returns>The mark to keep: what the owner was told of is noted in it.</returns>
    public async Task<PositionMark> ActAsync(
        Stored<Position> position, Appraisal appraisal, DeskSwitches switches, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var mark = appraisal.Mark;
        if (position.Value.Status == PositionStatus.Closing)
        {
            return mark;
        }

        // A night is not part of it: what could not be judged at the close is no news at the open.
        if (mark is { UndecidedSince: { } first, UndecidedToldAt: null }
            && (first > moment.Session!.OpenAt ? first : moment.Session.OpenAt) is var since
            && moment.Now - since >= UndecidedPatience)
        {
            var why = mark.Quality switch
            {
                QuoteQuality.Usable => appraisal.Decision.Why is { } unclear ? Titles.Capital(unclear) : "The rules cannot tell",
                QuoteQuality.Missing => "There is no quote",
                QuoteQuality.OneSided => "Only one side is quoted",
                QuoteQuality.Stale or QuoteQuality.Crossed or QuoteQuality.Wide => $"The quote is {mark.Quality.ToString().ToLowerInvariant()}",
            };
            var told = await TellAsync(
                $"{position.Value.Id}:undecided:{since.ToUnixTimeSeconds()}", position.Value, "cannot-judge",
                PositionNotices.Undecided(position.Value, why, mark.Quality == QuoteQuality.Wide, moment.Now - since, moment.Now), moment, round, cancellationToken).ConfigureAwait(false);
            mark = told ? mark with { UndecidedToldAt = moment.Now } : mark;
        }

        return appraisal.Decision.Kind == DecisionKind.Close
            ? await CloseAsync(position, appraisal, mark, switches, moment, round, cancellationToken).ConfigureAwait(false)
            : mark;
    }

    private async Task<PositionMark> CloseAsync(
        Stored<Position> position, Appraisal appraisal, PositionMark mark, DeskSwitches switches, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var decision = appraisal.Decision;
        if (Forbidden(position.Value, switches) is { } because)
        {
            if (mark.ToldReason == decision.Reason)
            {
                return mark;
            }

            var told = await TellAsync(
                $"{position.Value.Id}:would:{decision.Reason}:{moment.Now.ToUnixTimeSeconds()}", position.Value, "would-close",
                PositionNotices.WouldClose(position.Value, decision, mark.Quote?.Bid, mark.Quote?.Ask, because, moment.Now),
                moment, round, cancellationToken).ConfigureAwait(false);
            return told ? mark with { ToldReason = decision.Reason } : mark;
        }

        if (Acts(position.Value, decision, moment))
        {
            await StartAsync(position, appraisal, moment, round, cancellationToken).ConfigureAwait(false);
        }
        else if (position.Value.Status == PositionStatus.Open)
        {
            await commits.CommitAsync(Question.ByRule(position, appraisal, tokens.Next(), moment), round, cancellationToken).ConfigureAwait(false);
        }

        return mark;
    }

    // A stop that its owner silenced fires again only once it is deep: then it acts, even where it would have asked.
    private bool Acts(Position position, in ExitDecision decision, MarketMoment moment) =>
        plans.PlanFor(position).ApprovalOf(decision.Reason!.Value) == Approval.Act
        || position.IsSilenced(decision.Reason.Value, moment.Now);

    private async Task StartAsync(
        Stored<Position> position, Appraisal appraisal, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var decision = appraisal.Decision;
        var trigger = new CloseTrigger(
            decision.Reason!.Value, decision.Urgency, CloseAuthority.Rule, Titles.Reason(decision.Reason.Value), moment.Now,
            appraisal.Mark.Quote?.Bid, appraisal.Mark.Quote?.Ask, Price(appraisal.Snapshot), decision.Value, decision.Threshold);
        var asked = position.Value.ApprovalToken is { } token
            ? await documents.ApprovalAsync(token, cancellationToken).ConfigureAwait(false)
            : null;
        var batch = CloseStart.Batch(position, trigger, asked?.Value.Token, moment);
        if (asked is { Value.Status: ApprovalStatus.Open })
        {
            Question.Overtake(batch, asked, $"overtaken by {Titles.Reason(decision.Reason.Value)}");
        }

        await commits.CommitAsync(batch, round, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TellAsync(
        string eventId, Position position, string action, Ports.Desk.Card card, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch()
            .Post(new OutboxEntry(eventId, moment.Now) { Notice = new Notice(card) })
            .Post(Audit.Entry(eventId, moment.Now, position.Id, action, "sweep", PlainText.Of(card.Html)));
        return await commits.CommitAsync(batch, round, cancellationToken).ConfigureAwait(false) is not null;
    }

    private static decimal? Price(in PositionSnapshot snapshot) =>
        snapshot.StopValue is { } value ? Math.Abs(value) : snapshot.ClosingValue is { } closing ? Math.Abs(closing) : null;

    private static string? Forbidden(Position position, DeskSwitches switches) =>
        switches.State == TradingState.Halted ? "trading is halted"
        : switches.Mode == TradingMode.Monitor ? "the desk is in Monitor mode"
        : position.Management == Management.Watched ? "this position is watched only"
        : null;
}
