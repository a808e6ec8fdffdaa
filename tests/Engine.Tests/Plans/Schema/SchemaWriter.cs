using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Plans.Presets;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Engine.Tests.Plans.Schema;

/// <summary>Writes the JSON Schema of plan files from the tables of fields.</summary>
internal static class SchemaWriter
{
    private const string Symbol = "^[A-Z0-9.]{1,21}$";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write() => new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = "exitdesk.schema.json",
        ["title"] = "ExitDesk plan",
        ["description"] = "When ExitDesk closes positions. What a plan does not name stays as built in; the nearer section wins: defaults, structures, strategies, symbols, positions.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["$schema"] = new JsonObject { ["type"] = "string", ["description"] = "Where this schema lies, for editors." },
            ["preset"] = Ref("preset"),
            ["defaults"] = Ref("rules", "For all structures."),
            ["structures"] = Map("By structure. Stock and Custom have all rules off.", new JsonObject { ["enum"] = Words(PlanSubject.Guarded.Select(kind => kind.ToString())) }, "section"),
            ["strategies"] = Map("By the tag that a position was opened with.", new JsonObject { ["pattern"] = @"^[^ ]+$" }, "section"),
            ["symbols"] = Map("By underlying or OCC symbol; the latter wins.", new JsonObject { ["pattern"] = Symbol }, "section"),
            ["positions"] = Map("By position id, as /status shows it.", new JsonObject { ["minLength"] = 1 }, "section"),
            ["management"] = Management(),
            ["expiry"] = Grouped(ExpiryFields.All, "The expiry ladder."),
            ["account"] = Grouped(AccountFields.All, "Rules of the whole account; off without a limit."),
        },
        ["$defs"] = new JsonObject
        {
            ["preset"] = new JsonObject
            {
                ["description"] = "Laid below the values beside it: " + string.Join(' ', ExitPresets.All.Select(preset => $"{preset.Name}: {preset.Purpose}")) + " none takes one away.",
                ["enum"] = Words(ExitPresets.Names),
            },
            ["choice"] = new JsonObject { ["enum"] = Words(Enum.GetNames<ManagementChoice>().Select(name => name.ToLowerInvariant())) },
            ["rules"] = Grouped(ExitPlanFields.All, "Rules of a position."),
            ["section"] = Section(),
        },
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Section()
    {
        var section = Grouped(ExitPlanFields.All, "Rules of a position, and a preset below them.", byReference: true);
        section["properties"]!["preset"] = Ref("preset");
        return section;
    }

    private static JsonObject Management() => new()
    {
        ["description"] = "What becomes of positions that the desk did not open: manage closes them by the rules, watch shows them, ignore does not even evaluate them.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["default"] = Ref("choice", "For the account; left out, the setting EXITDESK_EXTERNAL_POSITIONS holds."),
            ["symbols"] = Map("By underlying or OCC symbol; they beat structures.", new JsonObject { ["pattern"] = Symbol }, "choice"),
            ["structures"] = Map("By structure.", new JsonObject { ["enum"] = Words(Enum.GetNames<StructureKind>()) }, "choice"),
        },
    };

    private static JsonObject Grouped<T>(IReadOnlyList<PlanField<T>> fields, string description, bool byReference = false)
    {
        var properties = new JsonObject();
        foreach (var group in fields.GroupBy(field => field.Group.Length > 0 ? field.Group : field.Name))
        {
            properties[group.Key] = byReference ? new JsonObject { ["$ref"] = $"#/$defs/rules/properties/{group.Key}" }
                : group.First().Group.Length == 0 ? Value(group.First().Shape, group.First().Description)
                : Object(new JsonObject(group.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Value(field.Shape, field.Description)))));
        }

        var written = Object(properties);
        written.Insert(0, "description", description);
        return written;
    }

    private static JsonObject Object(JsonObject properties) => new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };

    private static JsonObject Value(PlanShape shape, string description)
    {
        var value = new JsonObject { ["description"] = description };
        switch (shape)
        {
            case FlagShape:
                value["type"] = "boolean";
                break;
            case NumberShape number:
                value["type"] = number.IsOptional ? new JsonArray("number", "null") : "number";
                value[number.IsAboveMinimum ? "exclusiveMinimum" : "minimum"] = number.Minimum;
                value["maximum"] = number.Maximum;
                break;
            case CountShape count:
                value["type"] = "integer";
                value["minimum"] = count.Minimum;
                value["maximum"] = count.Maximum;
                break;
            case DurationShape duration:
                value["type"] = "string";
                value["pattern"] = "^[0-9]{1,6}[smh]$";
                value["$comment"] = $"from {duration.Write(duration.Minimum)} to {duration.Write(duration.Maximum)}";
                break;
            case TimeShape time:
                value["type"] = "string";
                value["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
                value["$comment"] = $"from {time.Write(time.Earliest)} to {time.Write(time.Latest)}";
                break;
            case ChoiceShape choice:
                value["enum"] = Words(choice.Choices.Select(known => known.Word));
                break;
            case SymbolsShape:
                value["type"] = "array";
                value["items"] = new JsonObject { ["type"] = "string", ["pattern"] = Symbol };
                break;
            default:
                throw new NotSupportedException(shape.GetType().Name);
        }

        return value;
    }

    private static JsonObject Map(string description, JsonObject names, string of) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["propertyNames"] = names,
        ["additionalProperties"] = Ref(of),
    };

    private static JsonObject Ref(string name, string? description = null)
    {
        var reference = new JsonObject { ["$ref"] = $"#/$defs/{name}" };
        if (description is not null)
        {
            reference["description"] = description;
        }

        return reference;
    }

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode?)JsonValue.Create(word))];
}
