using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExitDesk.Domain.Plans;

namespace ExitDesk.Engine.Plans;

/// <summary>Changes single values in the text of a plan. What comes of it is checked by whoever reads it.</summary>
public static class PlanEdit
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sets a value.</summary>
    /// <param name="json">The plan.</param>
    /// <param name="section">From the root; empty for the root itself.</param>
    /// <param name="path">Within the section, names with dots between them.</param>
    /// <param name="text">As the owner wrote it.</param>
    public static string Set(string json, IReadOnlyList<string> section, string path, string text)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        var names = section.Concat(path.Split('.')).ToList();
        var holder = root;
        foreach (var name in names.SkipLast(1))
        {
            if (holder[name] is not JsonObject inner)
            {
                inner = [];
                holder[name] = inner;
            }

            holder = inner;
        }

        holder[names[^1]] = Node(ShapeOf(names[0], path), text);
        return root.ToJsonString(_indented);
    }

    /// <summary>Takes a value or a whole section away; what becomes empty goes too.</summary>
    /// <returns>The plan; null if nothing stands there.</returns>
    public static string? Remove(string json, IReadOnlyList<string> section, string? path)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        var names = path is null ? section : [.. section, .. path.Split('.')];
        return Remove(root, names, 0) ? root.ToJsonString(_indented) : null;
    }

    /// <summary>The shape of a value; null if there is no such value.</summary>
    public static PlanShape? ShapeOf(string section, string path) => section switch
    {
        "account" => AccountFields.All.FirstOrDefault(field => field.Path == path)?.Shape,
        "expiry" => ExpiryFields.All.FirstOrDefault(field => field.Path == path)?.Shape,
        _ => ExitPlanFields.ByPath.GetValueOrDefault(path)?.Shape,
    };

    private static bool Remove(JsonObject holder, IReadOnlyList<string> names, int depth)
    {
        var name = names[depth];
        if (depth == names.Count - 1)
        {
            return holder.Remove(name);
        }

        if (holder[name] is not JsonObject inner || !Remove(inner, names, depth + 1))
        {
            return false;
        }

        if (inner.Count == 0)
        {
            holder.Remove(name);
        }

        return true;
    }

    // A text that is no such value stays a text: reading refuses it and says what is expected.
    private static JsonNode? Node(PlanShape? shape, string text) => shape?.Token switch
    {
        _ when shape is { IsOptional: true } && text is "none" or "null" => null,
        PlanToken.Flag when bool.TryParse(text, out var flag) => JsonValue.Create(flag),
        PlanToken.Flag when text is "on" or "off" => JsonValue.Create(text == "on"),
        PlanToken.Number when decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        PlanToken.List => new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries).Select(static item => (JsonNode?)JsonValue.Create(item))]),
        _ => JsonValue.Create(text),
    };
}
