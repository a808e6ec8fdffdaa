using System.Text.Json.Nodes;
using ExitDesk.Simulator.Report;
using Xunit;

namespace ExitDesk.Simulator.Tests.Report;

public sealed class LedgerPositionTests
{
    private const string Put95 = "XYZ261218P00095000";
    private const string Put100 = "XYZ261218P00100000";

    [Fact]
    public void WhenItIsOneLeg_ItsEntryIsTheLegs() => Assert.Equal((2.40m, 3m), Read(3, (Put95, 1, 2.40m, 100)));

    [Fact]
    public void WhenItIsShort_TheEntryHasNoSign() => Assert.Equal((2.40m, -3m), Read(3, (Put95, -1, 2.40m, 100)));

    [Fact]
    public void WhenItIsASpread_TheEntryIsNet() => Assert.Equal((1.20m, -2m), Read(2, (Put100, -1, 2.00m, 100), (Put95, 1, 0.80m, 100)));

    [Fact]
    public void WhenSharesCoverACall_TheEntryIsTheCalls() => Assert.Equal((1.50m, -2m), Read(2, (Put100, -1, 1.50m, 100), ("XYZ", 100, 98m, 1)));

    private static (decimal Entry, decimal FirstLeg) Read(decimal units, params (string Symbol, int Ratio, decimal Entry, int Multiplier)[] legs)
    {
        var position = LedgerPosition.Of(new JsonObject
        {
            ["id"] = "p",
            ["structure"] = new JsonObject
            {
                ["units"] = units,
                ["legs"] = new JsonArray([.. legs.Select(leg => new JsonObject
                {
                    ["symbol"] = leg.Symbol,
                    ["ratio"] = (decimal)leg.Ratio,
                    ["entryPrice"] = leg.Entry,
                    ["multiplier"] = (decimal)leg.Multiplier,
                })]),
            },
        });
        return (position.Entry, position.Legs[legs[0].Symbol]);
    }
}
