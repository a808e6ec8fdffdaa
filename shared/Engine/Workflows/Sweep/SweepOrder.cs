using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Plans;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>The order in which a sweep acts: where many closes begin at once, the most urgent leave first.</summary>
public sealed class SweepOrder(ExitPlanBook plans)
{
    /// <summary>The same positions by <see cref="ClosePriority"/>.</summary>
    public IReadOnlyList<JudgedPosition> Of(IReadOnlyList<JudgedPosition> judged, MarketMoment moment) =>
        [.. judged.OrderBy(one => ClosePriority.Of(one.Position.Id, one.Position.Structure, one.Assessment.Risk.Score, moment.Session, plans.Expiry))];
}
