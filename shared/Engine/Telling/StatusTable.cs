using System.Globalization;
using ExitDesk.Engine.Market;

namespace ExitDesk.Engine.Telling;

/// <summary>Positions as a table in a fixed-width font, a line each.</summary>
public static class StatusTable
{
    private const int LongestName = 26;

    /// <summary>A head and a line for each; no lines for none.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<PositionLook> looks)
    {
        if (looks.Count == 0)
        {
            yield break;
        }

        var rows = looks.Select(Row).Prepend(["position", "now", "result", "%", "days"]).ToList();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]));
            yield return $"<code>{Html.Escape(string.Join(' ', cells))}</code>";
        }
    }

    private static string[] Row(PositionLook look)
    {
        var name = Titles.Of(look.Position);
        return
        [
            name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name,
            look.Snapshot.ClosingValue is { } value ? Figures.Cents(Math.Abs(value)) : "–",
            look.Pnl is { } pnl ? Figures.Signed(pnl) : "–",
            look.Return is { } share ? (share * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) : "–",
            Days(look),
        ];
    }

    // New York days to the nearest expiration.
    private static string Days(PositionLook look) =>
        look.Now is { } now && look.Position.Structure.NearestExpiration is { } day
            ? (day.DayNumber - NewYork.DateOf(now).DayNumber).ToString(CultureInfo.InvariantCulture)
            : "–";
}
