using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>How a position that is no longer open ended.</summary>
internal static class EndedText
{
    /// <summary>Title, how and when, why, result.</summary>
    /// <param name="position">One that ended.</param>
    /// <param name="closing">The desk's last closing of it; null if there was none.</param>
    /// <param name="now">The broker's clock; null if it does not answer.</param>
    public static string Of(Position position, PositionClosing? closing, DateTimeOffset? now) => ClosingCards.Lines(
        $"<b>{Html.Escape(Titles.Of(position))}</b>{Titles.KindNote(position)}, entry {Figures.Price(position.EntryPrice)}: no longer open",
        $"{PositionNotices.Words(position.Status)}{(position.EndedAt is { } at ? $", {NewYork.ShortClock(at, now ?? at)}" : "")}",
        closing is { End: CloseEnd.Closed } ? ClosingCards.Why(closing.Trigger) : null,
        PositionNotices.Result(position));
}
