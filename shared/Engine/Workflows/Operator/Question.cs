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

    /// <summary>The owner's own close asks for its second tap this long.</summary>
    public static readonly TimeSpan SecondTapWithin = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan OrphanPatience = TimeSpan.FromDays(1);

    /// <summary>A rule fired under "ask".</summary>
    public static LedgerBatch ByRule(Stored<Position> position, Appraisal appraisal, string token, MarketMoment moment)
    {
        var (decision, quote) = (appraisal.Decision, appraisal.Mark.Quote);
        var approval = new ApprovalCard(
            token,
            ApprovalKind.CloseByRule,
            position.Value.Id,
            new ApprovalFinding(decision.Reason!.Value, decision.Urgency, decision.Value, decision.Threshold),
            quote?.Bid,
            quote?.Ask,
            WorstPrice(position.Value, quote?.Bid, quote?.Ask),
            moment.Now,
            moment.Session!.CloseAt,
            ApprovalStatus.Open);
        var waiting = position.Value with { Status = PositionStatus.AwaitingApproval, ApprovalToken = token };
        return new LedgerBatch()
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
    public static LedgerBatch Overtake(LedgerBatch batch, Stored<ApprovalCard> asked, string answer) => batch.Replace(
        LedgerKeys.Approval(asked.Value.Token),
        asked.Value with { Status = ApprovalStatus.Overtaken, Answer = answer },
        asked.Version);

    /// <summary>The price bound of a close, USD per share on its closing side; null if that side is not quoted.</summary>
    public static decimal? WorstPrice(Position position, decimal? bid, decimal? ask) => position.Side == PositionSide.Long
        ? bid is { } sell ? Math.Max(0.01m, sell - SlippageLimit) : null
        : ask + SlippageLimit;

    public static OutboxEntry CardEntry(ApprovalCard approval, Ports.Desk.Card card, MarketMoment moment, bool isFinal = false) =>
        new($"card:{approval.Token}:{moment.Now.ToUnixTimeMilliseconds()}", moment.Now)
        {
            Notice = new Notice(card, approval.Token, isFinal),
        };
}
