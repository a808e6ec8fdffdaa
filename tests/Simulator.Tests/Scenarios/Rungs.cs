using ExitDesk.Simulator.Market;
using ExitDesk.TestKit.Scenarios;
using Xunit;

namespace ExitDesk.Simulator.Tests.Scenarios;

/// <summary>Asserts at which rung of the expiry ladder contracts leave.</summary>
internal static class Rungs
{
    public static void AssertOf(IMarket market, params (string Symbol, string Rung)[] expected) =>
        Assert.Equal(expected, expected.Select(contract => (contract.Symbol, new LadderOracle(market, contract.Symbol).Rung)));
}
