using System.Text.Json;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Plans;
using ExitDesk.Engine.Plans;
using Xunit;

namespace ExitDesk.Engine.Tests.Plans.Schema;

/// <summary>exitdesk.schema.json says what the code reads.</summary>
public sealed class PlanSchemaTests
{
    /// <summary>Reviewed: the rung gives the ladder's urgency.</summary>
    private const string NotInPlans = "exerciseRisk.urgency";

    private static readonly string Root = Folder();
    private static readonly string Published = File.ReadAllText(Path.Combine(Root, "exitdesk.schema.json"));
    private static readonly JsonElement Rules = JsonDocument.Parse(Published).RootElement.GetProperty("$defs").GetProperty("rules").GetProperty("properties");

    [Fact]
    public void WhenFieldsChange_TheSchemaIsWrittenAnew()
    {
        var written = SchemaWriter.Write();
        var fresh = Path.Combine(AppContext.BaseDirectory, "exitdesk.schema.json");
        File.WriteAllText(fresh, written);
        Assert.True(written == Published.ReplaceLineEndings("\n"), $"exitdesk.schema.json differs from the code: copy {fresh} over it.");
    }

    [Fact]
    public void WhenARuleHasAProperty_TheSchemaHasItWithTypeBoundsAndDescriptionAndNothingElse()
    {
        var properties = typeof(ExitPlan).GetProperties()
            .Where(rule => rule.PropertyType.IsSubclassOf(typeof(RulePlan)))
            .SelectMany(rule => rule.PropertyType.GetProperties().Where(property => property.CanWrite).Select(property => (Path: $"{Camel(rule.Name)}.{Camel(property.Name)}", property.PropertyType)))
            .Where(property => property.Path != NotInPlans)
            .ToDictionary(property => property.Path, property => property.PropertyType);
        var described = Rules.EnumerateObject()
            .SelectMany(rule => rule.Value.GetProperty("properties").EnumerateObject().Select(property => (Path: $"{rule.Name}.{property.Name}", property.Value)))
            .ToDictionary(property => property.Path, property => property.Value);

        Assert.Equal(properties.Keys.Order(), described.Keys.Order());
        Assert.All(described, property =>
        {
            Assert.True(property.Value.GetProperty("description").GetString()!.Length > 10, property.Key);
            Assert.True(IsDescribed(properties[property.Key], property.Value), $"{property.Key}: {property.Value.GetRawText()}");
        });
    }

    [Fact]
    public void WhenThePlanBesideTheAppIsRead_ItHoldsAndChangesNothing()
    {
        var document = ExitPlanFile.ReadDocument("exitdesk.json", File.ReadAllText(Path.Combine(Root, "functions", "exitdesk.json")), [], out var problems);
        Assert.Empty(problems);
        Assert.All(PlanSubject.Guarded, kind => Assert.Equal(ExitPlanDefaults.For(kind), PlanMerge.Merge(PlanSubject.Any(kind), [document!]).Plan));
    }

    private static bool IsDescribed(Type type, JsonElement value)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsEnum)
        {
            return value.GetProperty("enum").EnumerateArray().Select(word => word.GetString()).SequenceEqual(Enum.GetNames(bare).Select(Camel));
        }

        var written = value.GetProperty("type").ToString();
        var expected = bare == typeof(bool) ? "boolean" : bare == typeof(int) ? "integer" : bare == typeof(decimal) ? "number" : "string";
        var bounded = bare == typeof(bool) || value.TryGetProperty("pattern", out _)
            || (value.TryGetProperty("maximum", out _) && (value.TryGetProperty("minimum", out _) || value.TryGetProperty("exclusiveMinimum", out _)));
        return bounded && written.Contains(expected, StringComparison.Ordinal) && written.Contains("null", StringComparison.Ordinal) == (bare != type);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
