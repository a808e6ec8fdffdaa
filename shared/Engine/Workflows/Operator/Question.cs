using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Outbox;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Asks the owner: the question's row, its card and, for a rule's question, the waiting position in one commit.</summary>
public static class Question
{
    /// <summary>How far beyond the quote shown a tap still acts, USD per share.</summary>
    public const decimal SlippageLimit = 0.10m;

    /// <summary>A question that acts by itself does so at the latest this long before the position's deadline.</summary>
    public static readonly TimeSpan BeforeDeadline = TimeSpan.FromMinutes(10);

    /// <summary>The owner's own close asks for its second tap this long.</summary>
    public static readonly TimeSpan SecondTapWithin = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan OrphanPatience = TimeSpan.FromDays(1);

    /// <summary>A rule fired that may not act by itself.</summary>
    /// <param name="batch">What commits together with it.</param>
    /// <param name="position">As read.</param>
    /// <param name="appraisal">The market it fired in.</param>
    /// <param name="decision">The rule that asks.</param>
    /// <param name="unanswered">What follows if nobody answers.</param>
    /// <param name="token">Of its buttons.</param>
    /// <param name="moment">Now; the session is known.</param>
    public static LedgerBatch ByRule(
        LedgerBatch batch, Stored<Position> position, Appraisal appraisal, in ExitDecision decision,
        Unanswered unanswered, string token, MarketMoment moment)
    {
        var quote = appraisal.Mark.Quote;
        var approval = new ApprovalCard(
            token,
            ApprovalKind.CloseByRule,
            position.Value.Id,
            new ApprovalFinding(decision.Reason!.Value, decision.Urgency, decision.Value, decision.Threshold),
            quote?.Bid,
            quote?.Ask,
            decision.Urgency == Urgency.Immediate ? null : WorstPrice(position.Value, quote?.Bid, quote?.Ask),
            moment.Now,
            moment.Session!.CloseAt,
            ApprovalStatus.Open)
        {
            ActsAt = unanswered.ActsAt,
            ActsFor = unanswered.ActsFor,
            NextSession = unanswered.NextSession,
        };
        var waiting = position.Value with { Status = PositionStatus.AwaitingApproval, ApprovalToken = token };
        return batch
            .Replace(LedgerKeys.Position(waiting.Id), waiting, position.Version)
            .Insert(LedgerKeys.Approval(token), approval)
            .Post(CardEntry(approval, QuestionCards.ByRule(waiting, approval), moment))
            .Post(Audit.Entry(
                $"asked:{token}", moment.Now, waiting.Id, "asked", Titles.Reason(decision.Reason.Value),
                $"{Titles.Of(waiting)}: {RuleText.Fired(decision.Reason.Value, decision.Value, decision.Threshold)}"));
    }

    /// <summary>The owner asked for something that wants a second tap.</summary>
    public static LedgerBatch ByOwner(ApprovalKind kind, Position? position, PositionMark? mark, string token, MarketMoment moment, string text)
    {
        var approval = new ApprovalCard(
            token,
            kind,
            position?.Id,
            null,
            mark?.Quote?.Bid,
            mark?.Quote?.Ask,
            position is null ? null : WorstPrice(position, mark?.Quote?.Bid, mark?.Quote?.Ask),
            moment.Now,
            moment.Now + SecondTapWithin,
            ApprovalStatus.Open);
        return new LedgerBatch()
            .Insert(LedgerKeys.Approval(token), approval)
            .Post(CardEntry(approval, QuestionCards.SecondTap(approval, text), moment));
    }

    /// <summary>The owner asked for something about several positions that wants a second tap; it is bound to those shown.</summary>
    public static LedgerBatch OfSeveral(ApprovalKind kind, IReadOnlyList<string> positions, string token, MarketMoment moment, string text)
    {
        var approval = new ApprovalCard(
            token, kind, null, null, null, null, null, moment.Now, moment.Now + SecondTapWithin, ApprovalStatus.Open)
        { Positions = positions };
        return new LedgerBatch()
            .Insert(LedgerKeys.Approval(token), approval)
            .Post(CardEntry(approval, QuestionCards.SecondTap(approval, text), moment));
    }

    /// <summary>A structure lost a leg: asks what to do with a part of what is left. The part is guarded meanwhile.</summary>
    public static LedgerBatch OfOrphan(LedgerBatch batch, Position rest, string what, string token, MarketMoment moment)
    {
        var approval = new ApprovalCard(
            token, ApprovalKind.Orphan, rest.Id, null, null, null, null, moment.Now, moment.Session?.CloseAt ?? moment.Now + OrphanPatience, ApprovalStatus.Open);
        return batch
            .Insert(LedgerKeys.Approval(token), approval)
            .Post(CardEntry(approval, QuestionCards.Orphan(rest, approval, what), moment))
            .Post(Audit.Entry($"asked:{token}", moment.Now, rest.Id, "asked", "sync", $"{what} Left: {Titles.Of(rest)}"));
    }

    /// <summary>Ends an open question because its position is closed without its answer.</summary>
    public static LedgerBatch Overtake(LedgerBatch batch, Stored<ApprovalCard> asked, string answer) =>
        End(batch, asked, ApprovalStatus.Overtaken, answer);

    /// <summary>Ends an open question without its answer; its card is left as it is.</summary>
    public static LedgerBatch End(LedgerBatch batch, Stored<ApprovalCard> asked, ApprovalStatus status, string answer) => batch.Replace(
        LedgerKeys.Approval(asked.Value.Token), asked.Value with { Status = status, Answer = answer }, asked.Version);

    /// <summary>Ends an open question without its answer: the card says so, and the position it was about is open again.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="position">Whom it was about; null if none.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="answer">For the card and the audit.</param>
    /// <param name="moment">Now.</param>
    public static LedgerBatch Over(Stored<ApprovalCard> asked, Stored<Position>? position, ApprovalStatus status, string answer, MarketMoment moment)
    {
        var batch = End(new LedgerBatch(), asked, status, answer)
            .Post(CardEntry(asked.Value, QuestionCards.Over(QuestionCards.Title(asked.Value, position?.Value), answer, moment.Now), moment));
        return position?.Value is not { Status: PositionStatus.AwaitingApproval } waiting || waiting.ApprovalToken != asked.Value.Token
            ? batch
            : batch
                .Replace(LedgerKeys.Position(waiting.Id), Reopened(waiting, asked.Value, status), position.Version)
                .Post(Audit.Entry(
                    $"lapsed:{asked.Value.Token}", moment.Now, waiting.Id, status == ApprovalStatus.Lapsed ? "lapsed" : "question-over", "desk", answer));
    }

    /// <summary>Ends an open question that nobody answered in its time.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="position">Whom it was about; null if none.</param>
    /// <param name="moment">Now.</param>
    public static LedgerBatch Lapsed(Stored<ApprovalCard> asked, Stored<Position>? position, MarketMoment moment) => Over(
        asked, position, ApprovalStatus.Lapsed,
        $"{QuestionCards.Unanswered(asked.Value)}: it stays as it is" + QuestionCards.Afterwards(asked.Value, "from the next session on"), moment);

    // One that lapsed has asked; one that something else took the place of has not.
    private static Position Reopened(Position waiting, ApprovalCard asked, ApprovalStatus status)
    {
        var open = waiting with { Status = PositionStatus.Open, ApprovalToken = null };
        return status == ApprovalStatus.Lapsed && asked.Decision is { } finding ? open.Asked(finding.Reason) : open;
    }

    /// <summary>The price bound of a close, USD per share on its closing side; null if that side is not quoted.</summary>
    public static decimal? WorstPrice(Position position, decimal? bid, decimal? ask) => position.Side == PositionSide.Long
        ? bid is { } sell ? Math.Max(0.01m, sell - SlippageLimit) : null
        : ask + SlippageLimit;

    public static OutboxEntry CardEntry(ApprovalCard approval, Ports.Desk.Card card, MarketMoment moment, bool isFinal = false) =>
        new($"card:{approval.Token}:{moment.Now.ToUnixTimeMilliseconds()}", moment.Now)
        {
            Notice = new Notice(Numbered(approval, card), approval.Token, isFinal)
            {
                Kind = approval.Kind is ApprovalKind.Expiry or ApprovalKind.DoNotExercise ? NoticeKind.Expiry : NoticeKind.Question,
                Reason = approval.Decision?.Reason,
            },
        };

    // What can be tapped can be typed: by its number.
    private static Ports.Desk.Card Numbered(ApprovalCard approval, Ports.Desk.Card card) =>
        card.Buttons.Count == 0 ? card : card with { Html = $"{card.Html}\nCard <code>#{CardNumber.Of(approval.Token)}</code>" };
}
