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

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>What follows from one position's appraisal: a closing, a question, or words.</summary>
public sealed class ExitActions(DeskCommits commits, ExitPlanBook plans, OpenQuestions questions, AskOnceRules askOnce, CloseRaising raising)
{
    /// <summary>After this long without a decision the owner is told.</summary>
    public static readonly TimeSpan UndecidedPatience = TimeSpan.FromMinutes(5);

    /// <summary>Acts on one appraisal.</summary>
    /// <returns>The mark to keep: what the owner was told of is noted in it.</returns>
    public async Task<PositionMark> ActAsync(
        Stored<Position> position, Appraisal appraisal, DeskSwitches switches, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken)
    {
        var swept = new SweptPosition(position, appraisal, plans.PlanFor(position.Value), switches, moment, round);
        if (position.Value.Status == PositionStatus.Closing)
        {
            return await RaiseAsync(swept, cancellationToken).ConfigureAwait(false);
        }

        var mark = await TellUndecidedAsync(swept, cancellationToken).ConfigureAwait(false);
        if (await askOnce.KeepAsync(swept, cancellationToken).ConfigureAwait(false) is not { } kept)
        {
            return mark;
        }

        swept = swept with { Stored = kept };
        mark = AskOnceRules.Noted(mark, swept);
        if (swept.Forbidden is { } because)
        {
            mark = await TellForbiddenAsync(swept, mark, because, cancellationToken).ConfigureAwait(false);
        }

        if (swept.Position.Status == PositionStatus.AwaitingApproval)
        {
            await questions.FollowAsync(swept, cancellationToken).ConfigureAwait(false);
        }
        else if (swept.Forbidden is null && !swept.Position.WaitsToBeTakenApart(moment.Now) && swept.Demand() is { Kind: DecisionKind.Close } demand)
        {
            await (swept.Acts(demand)
                ? questions.StartAsync(swept, demand, null, unanswered: false, cancellationToken)
                : questions.AskAsync(swept, demand, cancellationToken)).ConfigureAwait(false);
        }

        return mark;
    }

    /// <summary>Without quotes, and where nothing fires: all that is done is to keep what asks once after a switch. What fires once quotes are
    /// back was not past its threshold at the switch.</summary>
    public Task NoteSwitchAsync(
        Stored<Position> position, Appraisal appraisal, DeskSwitches switches, MarketMoment moment, DeliveryRound round, CancellationToken cancellationToken) =>
        position.Value.Status == PositionStatus.Closing
            ? Task.CompletedTask
            : askOnce.KeepAsync(new SweptPosition(position, appraisal, plans.PlanFor(position.Value), switches, moment, round), cancellationToken);

    // What is being closed is judged on: something more urgent makes its closing more urgent.
    private async Task<PositionMark> RaiseAsync(SweptPosition swept, CancellationToken cancellationToken)
    {
        if (swept.Forbidden is null && swept.Demand() is { Kind: DecisionKind.Close } demand && swept.Acts(demand))
        {
            await raising.RaiseAsync(swept.Position, swept.Trigger(demand), swept.Moment, swept.Round, cancellationToken).ConfigureAwait(false);
        }

        return swept.Appraisal.Mark;
    }

    // A night is not part of it: what could not be judged at the close is no news at the open.
    private async Task<PositionMark> TellUndecidedAsync(SweptPosition swept, CancellationToken cancellationToken)
    {
        var (appraisal, position, moment) = (swept.Appraisal, swept.Position, swept.Moment);
        var mark = appraisal.Mark;
        if (mark is not { UndecidedSince: { } first, UndecidedToldAt: null }
            || (first > moment.Session!.OpenAt ? first : moment.Session.OpenAt) is var since && moment.Now - since < UndecidedPatience)
        {
            return mark;
        }

        var blind = swept.BlindStop;
        var why = mark.Quality == QuoteQuality.Wide && blind is not null ? Titles.Capital(blind) : mark.Quality switch
        {
            QuoteQuality.Usable => appraisal.Decision.Why is { } unclear ? Titles.Capital(unclear) : "The rules cannot tell",
            QuoteQuality.Missing => "There is no quote",
            QuoteQuality.OneSided => "Only one side is quoted",
            QuoteQuality.Stale or QuoteQuality.Crossed or QuoteQuality.Wide => $"The quote is {mark.Quality.ToString().ToLowerInvariant()}",
        };
        var told = await TellAsync(
            swept, $"{position.Id}:undecided:{since.ToUnixTimeSeconds()}", "cannot-judge",
            new Notice(PositionNotices.Undecided(position, why, mark.Quality == QuoteQuality.Wide && blind is null, moment.Now - since, moment.Now)), cancellationToken).ConfigureAwait(false);
        return told ? mark with { UndecidedToldAt = moment.Now } : mark;
    }

    // A rule is told once, as soon as it fires first, however they take turns. The ladder has a card and alarms of its own.
    private async Task<PositionMark> TellForbiddenAsync(SweptPosition swept, PositionMark mark, string because, CancellationToken cancellationToken)
    {
        var (decision, position, moment) = (swept.Appraisal.Decision, swept.Position, swept.Moment);
        if (decision is not { Kind: DecisionKind.Close, Reason: { } reason } || reason == ExitReason.ExerciseRisk || mark.ToldRules.Any(told => told.Rule == reason))
        {
            return mark;
        }

        var told = await TellAsync(
            swept, $"{position.Id}:would:{reason}:{moment.Now.ToUnixTimeSeconds()}", "would-close",
            new Notice(PositionNotices.WouldClose(position, decision, mark.Quote, because, moment.Now)) { Kind = NoticeKind.WouldClose, Reason = reason }, cancellationToken).ConfigureAwait(false);
        return told ? mark with { ToldRules = [.. mark.ToldRules, new ToldRule(reason, moment.Now)] } : mark;
    }

    private async Task<bool> TellAsync(SweptPosition swept, string eventId, string action, Notice notice, CancellationToken cancellationToken)
    {
        var batch = new LedgerBatch()
            .Post(new OutboxEntry(eventId, swept.Moment.Now) { Notice = notice })
            .Post(Audit.Entry(eventId, swept.Moment.Now, swept.Position.Id, action, "sweep", PlainText.Of(notice.Card.Html)));
        return await commits.CommitAsync(batch, swept.Round, cancellationToken).ConfigureAwait(false) is not null;
    }
}
