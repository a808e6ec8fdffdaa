using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Plans;
using Xunit;

namespace ExitDesk.Engine.Tests.Plans;

/// <summary>A position that was opened with a plan of its own keeps it, over the deployed file and below the owner's word.</summary>
public sealed class OwnPlanTests
{
    private const string Id = "GOOG160115C00750000-20151222-1";

    private static readonly Position Bought = new(
        Id, new Structure(StructureKind.LongOption, [new PositionLeg("GOOG160115C00750000", 1, 2.00m, 100)], 1), DateTimeOffset.UnixEpoch, PositionStatus.Open, Management.Managed)
    {
        OwnPlan = """{"stopLoss":{"debitLoss":0.3}}""",
    };

    [Fact]
    public void WhenItHasAPlanOfItsOwn_ItBeatsTheFilesNearestSection()
    {
        var book = Book("""{"positions":{"%":{"stopLoss":{"debitLoss":0.2}}}}""");

        var merged = book.MergedFor(Bought);

        Assert.Equal(0.3m, merged.Plan.StopLoss.DebitLoss);
        Assert.Contains("its recommendation", merged.SourceOf("stopLoss.debitLoss"), StringComparison.Ordinal);
        Assert.Equal(0.2m, book.PlanFor(Bought with { OwnPlan = null }).StopLoss.DebitLoss);
    }

    [Theory]
    [InlineData("""{"stopLoss":{"approval":"\ud800"}}""")]
    [InlineData("""{"\ud800":{}}""")]
    [InlineData("{")]
    public void WhenItCannotBeRead_ThePlansInForceGuardThePosition(string own) =>
        Assert.Equal(0.2m, Book("""{"positions":{"%":{"stopLoss":{"debitLoss":0.2}}}}""").PlanFor(Bought with { OwnPlan = own }).StopLoss.DebitLoss);

    [Fact]
    public void WhenTheOwnerChangesThePosition_TheOwnersWordWins() =>
        Assert.Equal(0.4m, Book("{}", """{"positions":{"%":{"stopLoss":{"debitLoss":0.4}}}}""").PlanFor(Bought).StopLoss.DebitLoss);

    [Fact]
    public void WhenTheOwnerChangesWhatIsWider_ItsOwnPlanWins() =>
        Assert.Equal(0.3m, Book("{}", """{"defaults":{"stopLoss":{"debitLoss":0.4}}}""").PlanFor(Bought).StopLoss.DebitLoss);

    [Fact]
    public void WhenThereIsNoFile_ItHoldsAllTheSame() =>
        Assert.Equal(0.3m, ExitPlanBook.Default.PlanFor(Bought).StopLoss.DebitLoss);

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"stopLos":{}}""")]
    [InlineData("""{"stopLoss":{"debitLoss":30}}""")]
    public void WhenItsPlanDoesNotHold_ThePlansInForceGuardIt(string json) => Assert.Equal(
        ExitPlanBook.Default.PlanFor(Bought with { OwnPlan = null }), ExitPlanBook.Default.PlanFor(Bought with { OwnPlan = json }));

    private static ExitPlanBook Book(params string[] documents) => new(
        [.. documents.Select((json, index) => ExitPlanFile.ReadDocument($"document {index}", json.Replace("%", Id, StringComparison.Ordinal), [], out _)!)]);
}
