using System.Globalization;
using ExitDesk.Domain.Overrides;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.History;

/// <summary>Answers of the owner that were compared with the rules. Stream <c>overrides:{month in New York of the answer}</c>.</summary>
public static class OverrideResults
{
    public static string StreamOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"overrides:{day:yyyy-MM}");

    /// <summary>Everything in the row's key comes from the answer, so that any later run writes the same row.</summary>
    public static HistoryRow Row(OverrideResult result)
    {
        var day = NewYork.DateOf(result.AnsweredAt);
        var columns = new Dictionary<string, object>
        {
            ["AnsweredAt"] = result.AnsweredAt,
            ["Kind"] = result.Kind.ToString(),
            ["Rule"] = result.Rule?.ToString() ?? "None",
            ["Won"] = result.Won?.ToString(CultureInfo.InvariantCulture) ?? "Unknown",
        };
        return new HistoryRow(
            StreamOf(day), string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}:{result.Id}"), LedgerJson.Write(result), columns);
    }

    /// <summary>All that were answered on New York days, oldest first.</summary>
    /// <param name="ledger">Where they are.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    /// <exception cref="LedgerUnavailableException">The storage did not answer.</exception>
    public static async Task<IReadOnlyList<OverrideResult>> ReadAsync(ILedger ledger, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var results = new List<OverrideResult>();
        foreach (var month in HistoryMonths.Of(from, to))
        {
            var rows = await ledger.ReadHistoryAsync(StreamOf(month), cancellationToken).ConfigureAwait(false);
            results.AddRange(rows.Select(row => LedgerJson.Read<OverrideResult>(row.Key, row.Json)));
        }

        return [.. results.Where(result => NewYork.DateOf(result.AnsweredAt) is var day && day >= from && day <= to)];
    }
}
