using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>One guarded position as a sweep judged it, before anything is done about it.</summary>
/// <param name="Stored">As read.</param>
/// <param name="Known">What was seen of it before this sweep.</param>
/// <param name="Assessment">The expiry ladder's view; holds even if the rules could not be judged.</param>
/// <param name="Appraisal">What its rules say; empty, without a mark, if there is a problem.</param>
/// <param name="Problem">Why it could not be judged; null if it was.</param>
public readonly record struct JudgedPosition(
    Stored<Position> Stored, PositionMark Known, ExpiryAssessment Assessment, Appraisal Appraisal, Exception? Problem)
{
    public Position Position => Stored.Value;

    /// <summary>Its place among those that close at the same time.</summary>
    /// <param name="session">Today's.</param>
    /// <param name="settings">Distances of deadlines from the close.</param>
    public ClosePriority PriorityOf(Session? session, ExpirySettings settings) =>
        ClosePriority.Of(Position.Id, Position.Structure, Problem is null ? Assessment.Risk.Score : null, session, settings);
}
