using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Answers for positions that are over, where no open one matches.</summary>
public sealed class EndedPositions(MarketMoments moments)
{
    private const int Most = 5;

    /// <summary>The newest matching ones with their results; that nothing matches, if so.</summary>
    public async Task<string> AnswerAsync(IReadOnlyList<Stored<Position>> positions, string text, CancellationToken cancellationToken)
    {
        var ended = PositionSearch.FindEnded(positions, text);
        if (ended.Count == 0)
        {
            return $"No open position matches {Html.Escape(text)}. /status lists them.";
        }

        var moment = await moments.ReadOrWallTimeAsync(cancellationToken).ConfigureAwait(false);
        return string.Join('\n', ended.Take(Most).Select(position => PositionNotices.Over(position.Value, moment.Now)))
            + (ended.Count > Most ? $"\n… and {ended.Count - Most} older" : "");
    }
}
