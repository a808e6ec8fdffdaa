using System.Reflection;
using ExitDesk.Domain.Account;
using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Plans;
using Xunit;

namespace ExitDesk.Domain.Tests.Plans;

/// <summary>The tables of fields know every property of every plan record, and nothing else.</summary>
public sealed class ExitPlanFieldsTests
{
    /// <summary>Reviewed: the rung gives the ladder's urgency.</summary>
    private const string NotAField = "exerciseRisk.urgency";

    [Fact]
    public void WhenARuleHasAProperty_ItIsAField()
    {
        var properties = typeof(ExitPlan).GetProperties()
            .Where(rule => rule.PropertyType.IsSubclassOf(typeof(RulePlan)))
            .SelectMany(rule => Settable(rule.PropertyType).Select(property => $"{Camel(rule.Name)}.{Camel(property.Name)}"));
        Assert.Equal(properties.Except([NotAField]).Order(), ExitPlanFields.All.Select(field => field.Path).Order());
    }

    [Fact]
    public void WhenTheLadderHasAProperty_ItIsAField() =>
        Assert.Equal(Settable(typeof(ExpirySettings)).Select(property => Camel(property.Name)).Order(), ExpiryFields.All.Select(field => field.Path).Order());

    [Fact]
    public void WhenTheAccountHasAProperty_ItIsAField()
    {
        var properties = Settable(typeof(AccountPlan)).SelectMany(rule => rule.PropertyType == typeof(AccountLimit)
            ? Settable(typeof(AccountLimit)).Select(property => $"{Camel(rule.Name)}.{Camel(property.Name)}")
            : [Camel(rule.Name)]);
        Assert.Equal(properties.Order(), AccountFields.All.Select(field => field.Path).Order());
    }

    [Fact]
    public void WhenAFieldIsWritten_ThatPropertyAloneChanges()
    {
        Roundtrip(ExitPlanFields.All, ExitPlan.Default);
        Roundtrip(ExpiryFields.All, ExpirySettings.Default);
        Roundtrip(AccountFields.All, AccountPlan.Off);
    }

    [Fact]
    public void WhenBuiltIn_EachValueIsOneThatItsFieldAllows()
    {
        Assert.All(ExitPlanFields.All, field => Allows(field, ExitPlan.Default));
        Assert.All(ExpiryFields.All, field => Allows(field, ExpirySettings.Default));
        Assert.All(AccountFields.All, field => Allows(field, AccountPlan.Off));
    }

    private static void Allows<T>(PlanField<T> field, T plan)
    {
        var text = field.Shape.Write(field.Read(plan));
        Assert.True(field.Shape.TryRead(text, out _) || (field.Shape.IsOptional && text == "none"), $"{field.Path} {text}");
    }

    private static void Roundtrip<T>(IReadOnlyList<PlanField<T>> fields, T plan) => Assert.All(fields, field =>
    {
        var other = Samples(field.Shape).First(value => field.Shape.Write(value) != field.Shape.Write(field.Read(plan)));
        var changed = field.Write(plan, other);
        var different = fields.Where(known => known.Shape.Write(known.Read(plan)) != known.Shape.Write(known.Read(changed)));
        Assert.Equal(field.Path, Assert.Single(different).Path);
        Assert.Equal(field.Shape.Write(other), field.Shape.Write(field.Read(changed)));
    });

    private static IEnumerable<object> Samples(PlanShape shape)
    {
        foreach (var text in (string[])["true", "false", "1", "0.5", "-0.5", "2", "act", "ask", "patient", "fast", "alert", "emergency", "7m", "10:01", "XYZ"])
        {
            if (shape.TryRead(text, out var value))
            {
                yield return value!;
            }
        }
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
