using System.Text.Json;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>The values of one recommendation, each read by its shape, and what is wrong with them.</summary>
internal sealed class RecommendationValues(JsonElement root, List<PlanProblem> problems)
{
    private readonly PlanReader _reader = new(problems);

    /// <summary>False, with a complaint, if it is no object: then nothing else can be read.</summary>
    public bool IsObject { get; } = new PlanReader(problems).IsObject(root, "$");

    public PlanReader Reader => _reader;

    public static string PathOf(string name) => $"$.{name}";

    public void Complain(string name, string problem) => _reader.Complain(PathOf(name), problem);

    public bool Has(string name) => root.TryGetProperty(name, out _);

    /// <summary>The value as it stands; undefined if it is absent.</summary>
    public JsonElement Raw(string name) => root.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Reads a value that must be there; null, with a complaint, if it is not or cannot be read.</summary>
    public object? Required(string name, PlanShape shape)
    {
        if (Has(name))
        {
            return Optional(name, shape);
        }

        Complain(name, $"is missing; {shape.Expected.TrimEnd(',')} is expected");
        return null;
    }

    /// <summary>Reads a value; null if it is absent, or, with a complaint, cannot be read.</summary>
    public object? Optional(string name, PlanShape shape) =>
        root.TryGetProperty(name, out var element) && _reader.Value(element, PathOf(name), shape, out var value) ? value : null;

    /// <summary>Complains of every name that no recommendation has.</summary>
    public void RefuseUnknown()
    {
        foreach (var property in root.EnumerateObject().DistinctBy(static property => property.Name).Where(static property => !RecommendationFields.Names.Contains(property.Name)))
        {
            Complain(property.Name, $"unknown name; {Nearest.Hint(property.Name, RecommendationFields.Names)}");
        }
    }
}
