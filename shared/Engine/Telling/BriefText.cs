using System.Globalization;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Workflows.Operator;

namespace ExitDesk.Engine.Telling;

/// <summary>What a day brings, in words.</summary>
internal static class BriefText
{
    private const int Shown = 10;

    /// <summary>Desk, positions, what expires with its deadline, what is nearest to firing, endings, open questions.</summary>
    /// <param name="moment">Now.</param>
    /// <param name="switches">Mode and state.</param>
    /// <param name="looks">Live positions in their order.</param>
    /// <param name="ended">What ended without a close of the desk.</param>
    /// <param name="since">Since the close of which session; null if the calendar cannot be read.</param>
    /// <param name="questions">That wait for an answer.</param>
    public static string Of(
        MarketMoment moment, DeskSwitches switches, IReadOnlyList<PositionLook> looks, IReadOnlyList<Position> ended, DateTimeOffset? since, IReadOnlyList<OpenQuestion> questions)
    {
        var watched = looks.Count(static look => look.Position.Management == Management.Watched);
        return ClosingCards.Lines(
        [
            string.Create(CultureInfo.InvariantCulture, $"<b>Brief</b> · {NewYork.DateOf(moment.Now):ddd d MMM} {NewYork.Clock(moment.Now)}"),
            $"{Titles.Switches(switches)} · market {(moment is { IsOpen: true, Session: { } session } ? $"open until {NewYork.ShortClock(session.CloseAt, moment.Now)}" : $"closed until {NewYork.ShortClock(moment.NextOpen, moment.Now)}")}",
            looks.Count == 0 ? "No open position." : $"{looks.Count} open{(watched > 0 ? $", {watched} watched only" : "")} · {StatusText.Unrealized(looks)}",
            .. Block("⏰ Expires in this session or the next", looks.Where(static look => look.IsExpiring), look => Expiring(look, moment.Now)),
            .. Block("Expires after that, within five days", looks.Where(look => !look.IsExpiring && DaysLeft(look, moment.Now) is <= 5), look => $"{Name(look)}, in {DaysLeft(look, moment.Now)} days"),
            .. Block("Nearest to firing", looks.Where(static look => Nearness.Nearest(look) is { } nearest && Nearness.Of(nearest, look) <= Nearness.Near), static look =>
                $"{Name(look)}: {Titles.Reason(Nearness.Nearest(look)!.Rule)}"),
            .. Block(since is { } at ? $"Ended without a close of the desk since {NewYork.ShortClock(at, moment.Now)}" : "Ended without a close of the desk", ended, position => PositionNotices.Over(position, moment.Now)),
            .. Block("Waits for your answer", questions, static question => $"#{CardNumber.Of(question.Token)} {question.Title}"),
        ]);
    }

    private static IEnumerable<string?> Block<T>(string title, IEnumerable<T> things, Func<T, string> line)
    {
        var all = things.ToList();
        return all.Count == 0
            ? []
            : all.Take(Shown).Select(thing => (string?)$"• {line(thing)}").Prepend($"{title}:").Append(all.Count > Shown ? $"… and {all.Count - Shown} more" : null);
    }

    private static string Expiring(PositionLook look, DateTimeOffset now) => LadderText.Deadline(look) is { } deadline
        ? $"{Name(look)}, deadline {NewYork.ShortClock(deadline, now)}{(deadline > now ? $" (in {Countdown.Of(deadline - now)})" : ", past")}"
        : Name(look);

    private static int? DaysLeft(PositionLook look, DateTimeOffset now) =>
        look.Position.Structure.NearestExpiration is { } day ? day.DayNumber - NewYork.DateOf(now).DayNumber : null;

    private static string Name(PositionLook look) => Html.Escape(Titles.Of(look.Position));
}
