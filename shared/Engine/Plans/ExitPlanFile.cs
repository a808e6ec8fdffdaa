using System.Text;
using System.Text.Json;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Engine.Plans;

/// <summary>Reads exit plans from JSON, as <c>exitdesk.schema.json</c> describes it. Comments and trailing commas are allowed.</summary>
public static class ExitPlanFile
{
    /// <summary>Characters of the longest plan that is taken.</summary>
    public const int Longest = 200_000;

    private static readonly JsonDocumentOptions _lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a plan into a book of its own.</summary>
    /// <param name="name">Of the file, for the words of problems and of sources.</param>
    /// <param name="json">Its text.</param>
    /// <param name="problems">Every problem with its line and path; empty if the book holds.</param>
    /// <returns>The book; null if there is any problem: a plan is taken whole or not at all.</returns>
    public static ExitPlanBook? Read(string name, string json, out IReadOnlyList<string> problems) =>
        ReadDocument(name, json, [], out problems) is { } document ? new ExitPlanBook(document) : null;

    /// <summary>Reads a plan and checks it over those that it will be laid upon.</summary>
    /// <param name="name">Of the file, for the words of problems and of sources.</param>
    /// <param name="json">Its text.</param>
    /// <param name="below">What holds already.</param>
    /// <param name="problems">Every problem with its line and path.</param>
    /// <returns>Null if there is any problem.</returns>
    public static PlanDocument? ReadDocument(string name, string json, IReadOnlyList<PlanDocument> below, out IReadOnlyList<string> problems)
    {
        if (json.Length > Longest)
        {
            problems = [$"{name}: {json.Length} characters are too many, at most {Longest} are read"];
            return null;
        }

        try
        {
            var lines = PlanLines.Of(json);
            if (lines.Halves.Count > 0)
            {
                problems = [.. lines.Halves.Select(path => $"{name}:{lines.LineOf(path)} {path}: {WholeText.Problem}")];
                return null;
            }

            var found = new List<PlanProblem>(lines.Twice.Select(static path => new PlanProblem(path, "stands there twice; keep one")));
            var document = Parse(name, json, found);
            found.AddRange(PlanCheck.Problems([.. below, document], [.. found.Select(static problem => problem.Path)]));
            problems = [.. found.OrderBy(problem => lines.LineOf(problem.Path)).Select(problem => $"{name}:{lines.LineOf(problem.Path)} {problem.Path}: {problem.Text}")];
            return found.Count == 0 ? document : null;
        }
        catch (JsonException problem)
        {
            problems = [$"{name}:{problem.LineNumber + 1}: not valid JSON ({problem.Message})"];
            return null;
        }
    }

    private static PlanDocument Parse(string name, string json, List<PlanProblem> problems)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json), _lenient);
        return new PlanDocumentReader(name, problems).Read(document.RootElement);
    }
}
