using System.Text.Json.Nodes;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Plans;
using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Entries.Recommendations;

/// <summary>Reads the rules that a recommendation wants for its position, as a section of a plan.</summary>
internal static class RecommendedPlan
{
    private const string Position = "recommended";

    /// <summary>The section in JSON, its values in the order of the rules; null if there is none or, with complaints, it does not hold.</summary>
    public static string? Read(RecommendationValues values, EntryAction? action, IReadOnlyList<OrderLeg>? legs)
    {
        const string name = RecommendationFields.ExitPlan;
        if (!values.Has(name))
        {
            return null;
        }

        if (action?.IsStock() == true)
        {
            values.Complain(name, "stock has all rules off: leave it out");
            return null;
        }

        var section = values.Reader.Section(values.Raw(name), RecommendationValues.PathOf(name));
        if (legs is not null)
        {
            Check(values, section, legs);
        }

        return Write(section).ToJsonString();
    }

    /// <summary>The structure that the legs will be, with entries of nothing: its kind and its side.</summary>
    public static PlanSubject SubjectOf(IReadOnlyList<OrderLeg> legs)
    {
        var kind = StructureKinds.Of([.. legs.Select(leg => new PositionLeg(leg.Symbol, leg.Side == OrderSide.Buy ? leg.Ratio : -leg.Ratio, 0, 1))]);
        // A call that is sold here is covered.
        kind = kind == StructureKind.NakedCall ? StructureKind.CoveredCall : kind;
        return PlanSubject.Any(kind) with { PositionId = Position };
    }

    private static void Check(RecommendationValues values, PlanSection section, IReadOnlyList<OrderLeg> legs)
    {
        var place = new PlanPlace(PlanScope.Position, Position);
        var document = new PlanDocument(RecommendationFields.ExitPlan, new Dictionary<PlanPlace, PlanSection> { [place] = section });
        foreach (var (_, contradiction) in PlanMerge.Merge(SubjectOf(legs), [document]).Refused)
        {
            var path = contradiction.Others.Prepend(contradiction.Path).FirstOrDefault(section.Values.ContainsKey) ?? PlanReader.PresetName;
            values.Complain($"{RecommendationFields.ExitPlan}.{path}", contradiction.Why);
        }
    }

    private static JsonObject Write(PlanSection section)
    {
        var written = new JsonObject();
        if (section.Preset is not null)
        {
            written[PlanReader.PresetName] = section.Preset;
        }

        foreach (var field in ExitPlanFields.All.Where(field => section.Values.ContainsKey(field.Path)))
        {
            written[field.Group] ??= new JsonObject();
            written[field.Group]![field.Name] = Node(field.Shape, section.Values[field.Path]);
        }

        return written;
    }

    private static JsonNode? Node(PlanShape shape, object? value) => value is null ? null : shape.Token switch
    {
        PlanToken.Flag or PlanToken.Number => JsonNode.Parse(shape.Write(value)),
        PlanToken.Text or PlanToken.List => JsonValue.Create(shape.Write(value)),
    };
}
