using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.History;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>
/// Asks the owner, on one card, what the desk may do with positions that it did not open and only watches. What no rule looks at, shares
/// first of all, is named on it too: its buttons change nothing there.
/// </summary>
public sealed class AdoptionCards(
    DeskLedger documents, DeskCommits commits, PositionFacts facts, UnderlyingTape tape, ExitPlanBook plans, Tokens tokens)
{
    /// <summary>A card lists so many; more take another one. A message holds no more.</summary>
    public const int OnOneCard = 12;

    /// <summary>Unanswered, a position is asked about so often: at first, and at the next session.</summary>
    public const int MostAsks = 2;

    /// <summary>Asks for those that are due.</summary>
    /// <param name="held">All that is held.</param>
    /// <param name="view">What it read.</param>
    /// <param name="switches">What may be done.</param>
    /// <param name="cancellationToken">Ends the writes; the next sweep asks for the rest.</param>
    public async Task AskAsync(
        IReadOnlyCollection<Stored<Position>> held, MarketView view, DeskSwitches switches, CancellationToken cancellationToken)
    {
        var moment = view.Moment;
        if (view.QuotesFailure is not null || !(moment.SinceOpen >= Confirmation.AfterOpen))
        {
            return;
        }

        var due = held.Where(position => IsDue(position.Value, moment.Session!.Date)).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var marks = await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        var beside = Beside([.. held.Select(static position => position.Value)]);
        foreach (var chunk in due.Chunk(OnOneCard))
        {
            var lines = chunk.Select(position => Line(position.Value, marks, view, switches)).ToList();
            await commits.CommitAsync(Asked(chunk, lines, beside, view), cancellationToken).ConfigureAwait(false);
            beside = [];
        }
    }

    private IReadOnlyList<string> Beside(IReadOnlyCollection<Position> held) => AdoptionText.Beside(
    [
        .. held.Where(position => position.Status == PositionStatus.Open && position.Management is Management.Watched or Management.NotManagedYet && !HasRules(position))
            .OrderBy(static position => position.Underlying, StringComparer.Ordinal)
            .Select(position => (position, tape.Latest(position.Underlying))),
    ]);

    private bool HasRules(Position position) =>
        position is { IsOption: true, Management: not Management.NotManagedYet } && plans.PlanFor(position) != ExitPlan.Off;

    // Where the plan says "watch", its owner has answered already.
    private bool IsDue(Position position, DateOnly today) =>
        position is { Management: Management.Watched, Status: PositionStatus.Open, AdoptionAsks: < MostAsks }
        && HasRules(position)
        && (position.AdoptionAskedOn is not { } last || last < today)
        && plans.Management.For(PlanSubjects.Of(position)) != ManagementChoice.Watch;

    private string Line(Position position, IReadOnlyDictionary<string, PositionMark> marks, MarketView view, DeskSwitches switches)
    {
        var plan = plans.PlanFor(position);
        var assessment = facts.AssessmentOf(position, view);
        var appraisal = Appraiser.Appraise(
            position, plan, marks.GetValueOrDefault(position.Id) ?? PositionMark.None(position.Id), facts.LegsOf(position, view),
            PositionFacts.Of(position, assessment, view, switches), view.Moment);
        return AdoptionText.Line(position, appraisal, plan);
    }

    private LedgerBatch Asked(IReadOnlyCollection<Stored<Position>> positions, IReadOnlyList<string> lines, IReadOnlyList<string> beside, MarketView view)
    {
        var (moment, token) = (view.Moment, tokens.Next());
        var approval = new ApprovalCard(
            token, ApprovalKind.Adoption, null, null, null, null, null, moment.Now, moment.Session!.CloseAt, ApprovalStatus.Open)
        {
            Positions = [.. positions.Select(position => position.Value.Id)],
        };
        var batch = new LedgerBatch()
            .Insert(LedgerKeys.Approval(token), approval)
            .Post(Question.CardEntry(approval, AdoptionText.Card(approval, lines, beside), moment))
            .Post(Audit.Entry($"asked:{token}", moment.Now, "desk", "asked", "sweep", $"What to do with {string.Join(", ", approval.Positions)}"));
        foreach (var position in positions)
        {
            var asked = position.Value with { AdoptionAsks = position.Value.AdoptionAsks + 1, AdoptionAskedOn = moment.Session.Date };
            batch.Replace(LedgerKeys.Position(asked.Id), asked, position.Version);
        }

        return batch;
    }
}
