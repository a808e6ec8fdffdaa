using System.Text.Json;
using ExitDesk.Domain.Plans.Presets;

namespace ExitDesk.Domain.Plans;

/// <summary>Reads objects and values of a plan, and collects what is wrong with them by path.</summary>
public sealed class PlanReader(List<PlanProblem> problems)
{
    /// <summary>What names a preset in a section.</summary>
    public const string PresetName = "preset";

    public void Complain(string path, string problem) => problems.Add(new PlanProblem(path, problem));

    public bool IsObject(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        Complain(path, $"an object is expected, not {element.ValueKind.ToString().ToLowerInvariant()}");
        return false;
    }

    /// <summary>Reads the fields that an object holds.</summary>
    /// <param name="element">The object.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="fields">All that may stand in it, in groups or not.</param>
    /// <param name="others">Names that stand beside the fields and are read elsewhere.</param>
    public Dictionary<string, object?> Fields<T>(JsonElement element, string path, IReadOnlyList<PlanField<T>> fields, params string[] others)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (IsObject(element, path))
        {
            foreach (var property in element.EnumerateObject().Where(property => !others.Contains(property.Name)))
            {
                Read(property, path, "", fields, others, values);
            }
        }

        return values;
    }

    /// <summary>Reads a section of a plan: rules, and a preset below them.</summary>
    public PlanSection Section(JsonElement element, string path)
    {
        var values = Fields(element, path, ExitPlanFields.All, PresetName);
        return new PlanSection(
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(PresetName, out var named) ? Preset(named, $"{path}.{PresetName}") : null, values);
    }

    /// <summary>Reads the name of a preset; null, with a complaint, if there is none of that name.</summary>
    public string? Preset(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.String && ExitPresets.Names.Contains(element.GetString()))
        {
            return element.GetString();
        }

        Complain(path, $"{element.GetRawText()} is no preset; {Nearest.Hint(element.ToString(), ExitPresets.Names)}");
        return null;
    }

    /// <summary>Reads a value; complains if the shape does not allow it.</summary>
    public bool Value(JsonElement element, string path, PlanShape shape, out object? value)
    {
        value = null;
        if (element.ValueKind == JsonValueKind.Null && shape.IsOptional)
        {
            return true;
        }

        var text = TextOf(element, shape.Token);
        if (text is not null && shape.TryRead(text, out value))
        {
            return true;
        }

        Complain(path, $"{shape.Expected} is expected, not {element.GetRawText()}{PlanHints.For(shape, text)}");
        return false;
    }

    private void Read<T>(
        JsonProperty property, string path, string group, IReadOnlyList<PlanField<T>> fields, IReadOnlyList<string> others, Dictionary<string, object?> values)
    {
        var here = $"{path}.{property.Name}";
        if (fields.FirstOrDefault(field => field.Group == group && field.Name == property.Name) is { } found)
        {
            if (Value(property.Value, here, found.Shape, out var value))
            {
                values[found.Path] = value;
            }
        }
        else if (group.Length == 0 && fields.Any(field => field.Group == property.Name))
        {
            if (IsObject(property.Value, here))
            {
                foreach (var inner in property.Value.EnumerateObject())
                {
                    Read(inner, here, property.Name, fields, [], values);
                }
            }
        }
        else
        {
            Complain(here, $"unknown name; {PlanHints.ForName(property.Name, group, fields, others)}");
        }
    }

    private static string? TextOf(JsonElement element, PlanToken token) => (token, element.ValueKind) switch
    {
        (PlanToken.Flag, JsonValueKind.True or JsonValueKind.False) => element.GetRawText(),
        (PlanToken.Number, JsonValueKind.Number) => element.GetRawText(),
        (PlanToken.Text, JsonValueKind.String) => element.GetString(),
        (PlanToken.List, JsonValueKind.Array) when element.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String) =>
            string.Join(',', element.EnumerateArray().Select(static item => item.GetString())),
        _ => null,
    };
}
