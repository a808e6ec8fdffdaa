using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;

namespace ExitDesk.Domain.Tests.Exits.Plain;

/// <summary>All that one appraisal is a function of.</summary>
internal sealed record AppraisalCase(Position Position, ExitPlan Plan, PositionMark Mark, LegQuote[] Quotes, ExitFacts Facts, MarketMoment Moment)
{
    public Appraisal Appraise() => Appraiser.Appraise(Position, Plan, Mark, Quotes, Facts, Moment);
}
