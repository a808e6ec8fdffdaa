using System.Text.Json;
using System.Text.Json.Serialization;
using ExitDesk.Domain.Exits;

namespace ExitDesk.Engine.State;

/// <summary>Writes a set of rules as their names, in their order.</summary>
internal sealed class RuleSetJson : JsonConverter<RuleSet>
{
    private static readonly ExitReason[] Rules = Enum.GetValues<ExitReason>();

    public override RuleSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (JsonSerializer.Deserialize<ExitReason[]>(ref reader, options) ?? []).Aggregate(RuleSet.None, static (set, rule) => set.With(rule));

    public override void Write(Utf8JsonWriter writer, RuleSet value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, Rules.Where(value.Contains).ToArray(), options);
}
