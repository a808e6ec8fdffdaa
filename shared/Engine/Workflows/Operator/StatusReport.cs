using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;
using ExitDesk.Engine.Telling;

namespace ExitDesk.Engine.Workflows.Operator;

/// <summary>Where all positions stand, or those that are named, at the last quotes; and what is on its way to be one.</summary>
public sealed class StatusReport(DeskLedger documents, MarketMoments moments, PositionLooks looks)
{
    /// <summary>The text, with the broker's time at its end.</summary>
    /// <param name="argument">A symbol, an underlying, an id, <c>all</c>, or <c>table</c>; empty for all but what is ignored.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<string> TextAsync(string argument, CancellationToken cancellationToken)
    {
        var isTable = string.Equals(argument, "table", StringComparison.OrdinalIgnoreCase);
        argument = isTable ? "" : argument;
        var positions = await documents.PositionsAsync(cancellationToken).ConfigureAwait(false);
        var live = positions.Where(position => position.Value.Status.IsLive()).ToList();
        var isAll = string.Equals(argument, "all", StringComparison.OrdinalIgnoreCase);
        IReadOnlyList<Stored<Position>> shown = isAll ? live
            : argument.Length > 0 ? PositionSearch.Find(positions, argument)
            : [.. live.Where(position => position.Value.Management != Management.Ignored)];
        var marks = await documents.MarksAsync(cancellationToken).ConfigureAwait(false);
        var switches = await documents.SwitchesAsync(cancellationToken).ConfigureAwait(false);
        var moment = await moments.ReadAsync(cancellationToken).ConfigureAwait(false);
        var lines = new List<string>
        {
            $"{(switches.Mode == TradingMode.Emergency ? "🔴 " : "")}<b>{Titles.Switches(switches)}</b> · "
                + (moment.Succeeded ? $"market {(moment.Value.IsOpen ? "open" : "closed")}" : "the broker's clock does not answer"),
            Count(shown, live, isAll ? "" : argument),
        };
        var seen = await looks.LastSeenAsync([.. shown.Select(position => position.Value)], marks, switches, moment, cancellationToken).ConfigureAwait(false);
        var sorted = StatusText.Sorted(seen);
        lines.AddRange(isTable ? StatusTable.Lines([.. sorted]) : sorted.SelectMany(StatusText.Lines));
        if (argument.Length > 0 && !isAll)
        {
            lines.AddRange(shown.Select(static position => $"Id <code>{Html.Escape(position.Value.Id)}</code>"));
        }

        if (seen.Count > 0)
        {
            lines.Add(StatusText.Unrealized(seen));
        }

        lines.AddRange(EntryStatusText.Lines(await EntriesAsync(isAll ? "" : argument, cancellationToken).ConfigureAwait(false), moment.Value?.Now));
        var today = positions.Select(position => position.Value).Where(position => IsToday(position, moment.Value?.Now)).ToList();
        if (today.Count > 0 && argument.Length == 0)
        {
            lines.Add(EndedToday(today));
        }

        if (moment.Succeeded)
        {
            lines.Add($"Updated {NewYork.Clock(moment.Value.Now)}");
        }

        return string.Join('\n', lines);
    }

    // A row that cannot be read is the health's to tell: it must not hide the positions.
    private async Task<IReadOnlyList<PositionEntry>> EntriesAsync(string argument, CancellationToken cancellationToken)
    {
        var entries = await documents.ReadableEntriesAsync([], cancellationToken).ConfigureAwait(false);
        return [.. entries.Select(static stored => stored.Value).Where(entry => entry.End is null && (argument.Length == 0 || IsNamed(entry, argument)))];
    }

    private static bool IsNamed(PositionEntry entry, string name) => entry.Recommendation.Legs.Select(static leg => leg.Symbol)
        .Append(entry.Recommendation.Underlying).Append(entry.Id).Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string Count(IReadOnlyList<Stored<Position>> shown, List<Stored<Position>> live, string argument)
    {
        var watched = shown.Count(position => position.Value.Management == Management.Watched);
        var ignored = live.Count(position => position.Value.Management == Management.Ignored);
        return (shown.Count == 0 ? (argument.Length > 0 ? $"No open position matches {Html.Escape(argument)}." : "No open positions.") : $"{shown.Count} open")
            + (watched > 0 ? $", {watched} watched only" : "")
            + (ignored > 0 && argument.Length == 0 ? $", {ignored} ignored (/status all)" : "");
    }

    // An unknown result is no zero.
    private static string EndedToday(IReadOnlyCollection<Position> ended)
    {
        var unknown = ended.Count(position => !position.IsResultKnown);
        var realized = ended.Any(position => position.RealizedPnl is not null)
            ? $", realized {Figures.Signed(ended.Sum(position => position.RealizedPnl ?? 0))}"
            : ", realized";
        return $"Ended today: {ended.Count}{realized}{(unknown > 0 ? $" +{unknown} unknown" : "")}";
    }

    private static bool IsToday(Position position, DateTimeOffset? now) =>
        position.EndedAt is { } ended && now is { } instant && NewYork.DateOf(ended) == NewYork.DateOf(instant);
}
