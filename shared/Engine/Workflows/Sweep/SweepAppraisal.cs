using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Workflows.Sweep;

/// <summary>The pure part of a sweep: from what was read to what the rules say of every position.</summary>
public sealed class SweepAppraisal(PositionFacts facts, ExitPlanBook plans)
{
    /// <summary>Judges all of them before anything is done about one.</summary>
    /// <param name="positions">Guarded ones; may be empty.</param>
    /// <param name="marks">What was seen before, by position id.</param>
    /// <param name="view">What was read.</param>
    /// <param name="switches">Mode and trading state.</param>
    /// <returns>One for each, in their order. Whatever goes wrong with one, all others are judged.</returns>
    public JudgedPosition[] Judge(
        IReadOnlyList<Stored<Position>> positions, IReadOnlyDictionary<string, PositionMark> marks, MarketView view, DeskSwitches switches)
    {
        var judged = new JudgedPosition[positions.Count];
        AllCores.Run(judged.Length, i => judged[i] = Judge(positions[i], marks, view, switches));
        return judged;
    }

    private JudgedPosition Judge(Stored<Position> stored, IReadOnlyDictionary<string, PositionMark> marks, MarketView view, DeskSwitches switches)
    {
        var position = stored.Value;
        var known = marks.GetValueOrDefault(position.Id) ?? PositionMark.None(position.Id);
        var assessment = ExpiryAssessment.NotExpiring;
        try
        {
            assessment = facts.AssessmentOf(position, view);
            var appraisal = Appraiser.Appraise(
                position, plans.PlanFor(position), known, facts.LegsOf(position, view),
                PositionFacts.Of(position, assessment, view, switches), view.Moment);
            return new JudgedPosition(stored, known, assessment, appraisal, null);
        }
        catch (Exception problem)
        {
            // What expires today stays in its guardian's sight, whatever became of its rules.
            return new JudgedPosition(stored, known, assessment, default, problem);
        }
    }
}
