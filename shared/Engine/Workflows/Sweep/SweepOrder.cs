using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Logging;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>The order in which a sweep acts: where many closes begin at once, the most urgent leave first.</summary>
public sealed class SweepOrder(PositionFacts facts, ExitPlanBook plans, ILogger<SweepOrder> logger)
{
    /// <summary>The same positions by <see cref="ClosePriority"/>.</summary>
    public IReadOnlyList<Stored<Position>> Of(IReadOnlyList<Stored<Position>> positions, MarketView view) =>
        [.. positions.OrderBy(position => PriorityOf(position.Value, view))];

    private ClosePriority PriorityOf(Position position, MarketView view) =>
        ClosePriority.Of(position.Id, position.Structure, RiskOf(position, view), view.Moment.Session, plans.Expiry);

    // One that cannot be assessed must not keep the others from being judged; judging it tells why.
    private decimal? RiskOf(Position position, MarketView view)
    {
        try
        {
            return facts.AssessmentOf(position, view).Risk.Score;
        }
        catch (Exception problem)
        {
            logger.LogError(problem, "Position {Position} goes by an unknown risk", position.Id);
            return null;
        }
    }
}
