using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator.Commands;

/// <summary><c>/brief</c>: what the day brings, from the ledger and the last quotes.</summary>
public sealed class BriefCommand(DeskLedger documents, MarketMoments moments, ExchangeCalendar calendar, PositionLooks looks, IEnumerable<QuestionSource> sources)
{
    public async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!moment.Succeeded)
        {
            return $"No brief: {Html.Escape(moment.Failure)}. /status shows what was last seen.";
        }

        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var positions = (await documents.PositionsAsync(cancellationToken).ConfigureAwait(false)).Select(static position => position.Value).ToList();
        var marks = await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        var live = positions.Where(static position => position.Status.IsLive() && position.Management != Management.Ignored).ToList();
        var seen = await looks.LastSeenAsync(live, marks, switches, moment, cancellationToken).ConfigureAwait(false);
        var questions = new List<OpenQuestion>();
        foreach (var source in sources)
        {
            questions.AddRange(await source.OpenAsync(cancellationToken).ConfigureAwait(false));
        }

        var days = await calendar.AroundAsync(NewYork.DateOf(moment.Value.Now), cancellationToken).ConfigureAwait(false);
        var since = days.Sessions.LastOrDefault(session => session.CloseAt <= moment.Value.Now)?.CloseAt;
        return BriefText.Of(moment.Value, switches, [.. StatusText.Sorted(seen)], OverNight(positions, since), since, questions);
    }

    // What closed by an order is in the scorecard; what ended without one is news.
    private static List<Position> OverNight(List<Position> positions, DateTimeOffset? since) =>
    [
        .. positions.Where(position => position.EndedAt >= since && position.Status is not (PositionStatus.Closed or PositionStatus.Regrouped) && !position.Status.IsLive()),
    ];
}
