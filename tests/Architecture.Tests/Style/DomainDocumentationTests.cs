using System.Reflection;
using ExitDesk.Architecture.Tests.Repository;
using Xunit;

namespace ExitDesk.Architecture.Tests.Style;

public sealed class DomainDocumentationTests
{
    /// <summary>Reviewed: their names and their members say it all.</summary>
    private static readonly string[] SpeakForThemselves =
    [
        "ExitDesk.Domain.Contracts.OptionRight", "ExitDesk.Domain.Exits.DecisionKind", "ExitDesk.Domain.Orders.OrderSide",
        "ExitDesk.Domain.Orders.OrderStatuses", "ExitDesk.Domain.Positions.PositionSide", "ExitDesk.Domain.Positions.PositionStatus",
        "ExitDesk.Domain.Positions.PositionStatuses",
    ];

    /// <summary>Reviewed: the unit is that of the bid and ask, or of the rule, beside it.</summary>
    private static readonly string[] UnitsFollow =
    [
        "ExitDesk.Domain.Quotes.Quote.Mid", "ExitDesk.Domain.Quotes.Quote.Spread", "ExitDesk.Domain.Closing.CloseTrigger.Price",
        "ExitDesk.Domain.Closing.CloseTrigger.Value", "ExitDesk.Domain.Closing.CloseTrigger.Threshold",
        "ExitDesk.Domain.Exits.Evaluation.Value", "ExitDesk.Domain.Exits.Evaluation.Threshold",
    ];

    private static readonly Assembly Domain = Assembly.Load("ExitDesk.Domain");

    private static readonly DocumentationRules Documentation = DocumentationRules.Of(Domain);

    [Fact]
    public void WhenDomainTypeIsPublic_ItHasASummary() => Violations.None(
        Domain.GetExportedTypes().Where(type => !Documentation.HasSummary(type)).Select(type => type.FullName!).Except(SpeakForThemselves),
        "Say what the name cannot, or add the type to the reviewed list.");

    [Fact]
    public void WhenDomainDecimalIsPublic_ItsUnitIsNamed() => Violations.None(
        Domain.GetExportedTypes().SelectMany(Documentation.DecimalsWithoutUnit).Except(UnitsFollow),
        "Say the unit: USD per share, fraction, multiple, contracts.");

    [Fact]
    public void WhenReviewedNameIsGone_ItLeavesTheList() => Violations.None(
        SpeakForThemselves.Where(name => Domain.GetType(name) is not { } type || Documentation.HasSummary(type)),
        "The list names a type that is gone or has a summary now: take it off.");

    [Fact]
    public void WhenSummaryIsMissing_ItIsReported()
    {
        var rules = DocumentationRules.Read($"""<doc><members><member name="T:{typeof(Sample).FullName!.Replace('+', '.')}"><summary> </summary></member></members></doc>""");

        Assert.False(rules.HasSummary(typeof(Sample)));
        Assert.False(rules.HasSummary(typeof(string)));
    }

    [Theory]
    [InlineData("How far it is.", 1)]
    [InlineData("How far it is, USD per share.", 0)]
    public void WhenUnitIsMissing_ItIsReported(string words, int expected)
    {
        var rules = DocumentationRules.Read(
            $"""<doc><members><member name="T:{typeof(Sample).FullName!.Replace('+', '.')}"><summary>A sample.</summary><param name="Distance">{words}</param></member></members></doc>""");

        Assert.Equal(expected, rules.DecimalsWithoutUnit(typeof(Sample)).Count());
    }

    public sealed record Sample(decimal Distance);
}
