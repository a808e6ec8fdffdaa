using ExitDesk.Domain.Exits;
using ExitDesk.Engine.State;
using Xunit;

namespace ExitDesk.Engine.Tests.State;

public sealed class RuleSetJsonTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("""["StopLoss","MaxHold"]""")]
    public void WhenWrittenAndRead_ItIsTheSame(string json) =>
        Assert.Equal(json, LedgerJson.Write(LedgerJson.Read<RuleSet>("key", json)));

    [Fact]
    public void WhenAMarkOfBeforeIsRead_NothingIsPast() =>
        Assert.True(LedgerJson.Read<PositionMark>("mark:x", """{"positionId":"x","quality":"Missing","evaluations":[]}""").Past.IsEmpty);

    [Fact]
    public void WhenARuleIsNotKnown_TheRowCannotBeRead() =>
        Assert.Throws<LedgerDocumentException>(() => LedgerJson.Read<RuleSet>("key", """["Unheard"]"""));
}
