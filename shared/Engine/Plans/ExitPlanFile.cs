using System.Text.Json;
using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Exits;

namespace ExitDesk.Engine.Plans;

/// <summary>
/// Reads exit plans from JSON: <c>{"defaults": {"stopLoss": {...}, "takeProfit": {...}}, "symbols": {"AAPL": {...}}}</c>.
/// A symbol's plan changes only what it names; all else is as in the defaults.
/// </summary>
public static class ExitPlanFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a plan file.</summary>
    /// <param name="name">Of the file, for the words of problems.</param>
    /// <param name="json">Its text.</param>
    /// <param name="problems">Every problem with its path; empty if the book holds.</param>
    /// <returns>The book; null if there is any problem: a plan is taken whole or not at all.</returns>
    public static ExitPlanBook? Read(string name, string json, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var reader = new ExitPlanReader(name, found);
            var book = ReadBook(reader, document.RootElement);
            return found.Count == 0 ? book : null;
        }
        catch (JsonException problem)
        {
            found.Add($"{name}:{problem.LineNumber + 1}: not valid JSON ({problem.Message})");
            return null;
        }
    }

    private static ExitPlanBook ReadBook(ExitPlanReader reader, JsonElement root)
    {
        if (!reader.IsObject(root, "$", "defaults", "symbols"))
        {
            return ExitPlanBook.Default;
        }

        var defaults = root.TryGetProperty("defaults", out var section)
            ? reader.ReadPlan(section, "$.defaults", ExitPlan.Default)
            : ExitPlan.Default;
        var plans = new Dictionary<string, ExitPlan>(StringComparer.Ordinal);
        if (root.TryGetProperty("symbols", out var symbols) && reader.IsObject(symbols, "$.symbols"))
        {
            foreach (var symbol in symbols.EnumerateObject())
            {
                var path = $"$.symbols.{symbol.Name}";
                if (OccSymbol.LooksLikeOption(symbol.Name) && !OccSymbol.TryParse(symbol.Name, out _, out var problem))
                {
                    reader.Complain(path, problem);
                }

                if (symbol.Name.Length == 0 || symbol.Name.Any(character => !char.IsAsciiLetterUpper(character) && !char.IsAsciiDigit(character) && character != '.'))
                {
                    reader.Complain(path, "symbols are written in capitals without blanks, as the broker writes them");
                }

                if (plans.ContainsKey(symbol.Name))
                {
                    reader.Complain(path, "stands there twice; keep one");
                }

                plans[symbol.Name] = reader.ReadPlan(symbol.Value, path, defaults);
            }
        }

        return new ExitPlanBook(defaults, plans);
    }
}
