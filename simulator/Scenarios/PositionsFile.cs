using System.Text.Json;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Scenarios;

/// <summary>
/// Reads <c>--positions FILE.json</c>: a list of <c>{symbol, quantity, openedAt, entryPrice?, structure?}</c>. A negative <c>quantity</c>
/// is short. <c>openedAt</c> is an instant with its offset, or New York time: <c>2015-12-23T09:45</c>, or <c>09:45</c> on the first day
/// played. <c>entryPrice</c> is USD per share, above 0 for long and short; without it a long position is bought at the ask and a
/// short one sold at the bid. Positions with the same <c>structure</c>, any words, are legs of one and share a row in the terminal.
/// </summary>
public static class PositionsFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a list.</summary>
    /// <param name="name">Of the file, for the words of problems.</param>
    /// <param name="json">Its text.</param>
    /// <param name="market">Lists the symbols that exist.</param>
    /// <param name="days">The sessions that are played, at least one, ascending.</param>
    /// <param name="problems">Every problem with its place; empty if the list holds.</param>
    /// <returns>Ascending by time; empty if there is any problem.</returns>
    public static IReadOnlyList<Opening> Read(string name, string json, IMarket market, IReadOnlyList<TradingDay> days, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                found.Add($"{name}: a list of positions is expected: [ {{ \"symbol\": …, \"quantity\": …, \"openedAt\": … }} ]");
                return [];
            }

            var reader = new PositionReader(name, market, days, found);
            var openings = document.RootElement.EnumerateArray().Select(reader.Read).OfType<Opening>().ToList();
            return found.Count == 0 ? [.. openings.OrderBy(opening => opening.OpenedAt)] : [];
        }
        catch (JsonException problem)
        {
            found.Add($"{name}:{problem.LineNumber + 1}: not valid JSON ({problem.Message})");
            return [];
        }
    }
}
