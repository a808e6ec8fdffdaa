using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Ports.Ledger;
using ExitDesk.Engine.State;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>A strangle of the desk's own of which one unit was sold before both markets lost their bids.</summary>
public sealed class UnbidStrangleTests
{
    private const string Put = "GOOG160115P00700000";
    private const string Call = "GOOG160115C00800000";

    private readonly DeskHarness _desk = new();

    [Fact]
    public async Task WhenAPartWasSoldAndThenNobodyBidsForAnyLeg_TheRestIsLeftToExpire()
    {
        await HoldAsync();
        _desk.Broker.Next(new CloseScript.Work());
        await _desk.WriteAsync("/close strangle");
        _desk.Broker.ExecuteLegs("order-0001", 1);
        Quote(0m, 0.05m);
        await _desk.RunUntilQuietAsync();

        var closing = Assert.Single(await _desk.ClosingsAsync());
        Assert.Equal(CloseEnd.Closed, closing.End);
        Assert.Equal([Put, Call], closing.LeftOut.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal([1m, 1m], (await _desk.TradesAsync()).Select(trade => trade.Quantity));
        Assert.Equal([1m, 1m], (await _desk.PositionsAsync()).Where(position => position.Status == PositionStatus.Open).Select(position => position.Quantity));
    }

    private async Task HoldAsync()
    {
        _desk.Broker.Hold(Put, 2, 1.00m);
        _desk.Broker.Hold(Call, 2, 1.00m);
        _desk.Broker.PriceFills(Put, 0.40m);
        _desk.Broker.PriceFills(Call, 0.40m);
        Quote(0.40m, 0.50m);
        var structure = new Structure(StructureKind.Strangle, [new PositionLeg(Put, 1, 1.00m, 100), new PositionLeg(Call, 1, 1.00m, 100)], 2);
        var position = new Position("strangle", structure, _desk.Now, PositionStatus.Open, Management.Managed) { HasOwnEntry = true };
        await _desk.Ledger.CommitAsync([new LedgerChange.Insert(LedgerKeys.Position(position.Id), LedgerJson.Write(position))], default);
    }

    private void Quote(decimal bid, decimal ask)
    {
        _desk.Market.Quote(Put, bid, ask);
        _desk.Market.Quote(Call, bid, ask);
    }
}
