using ExitDesk.Simulator.Market;
using Xunit;

namespace ExitDesk.Simulator.Tests.Market;

public sealed class ContractAdjustmentTests
{
    private static readonly DateOnly ExDate = new(2026, 11, 23);

    [Theory]
    [InlineData("ACME261218C00100000", 2, 1, "ACME261218C00050000", 50, 100, 2)]
    [InlineData("ACME261218P00105000", 2, 1, "ACME261218P00052500", 52.5, 100, 2)]
    [InlineData("ACME261218C00100000", 3, 1, "ACME261218C00033330", 33.33, 100, 3)]
    [InlineData("ACME261218C00100000", 3, 2, "ACME1261218C00066670", 66.67, 150, 1)]
    [InlineData("ACME1261218C00066670", 3, 2, "ACME2261218C00044450", 44.45, 150, 1)]
    [InlineData("ACME261218C00100000", 1, 10, "ACME1261218C01000000", 1000, 10, 1)]
    public void WhenTheStockSplits_TheContractFollows(
        string before, int to, int from, string after, double strike, int multiplier, int contracts)
    {
        var adjusted = ContractAdjustment.Of(Contract(before), new CorporateAction("ACME", ExDate, SplitTo: to, SplitFrom: from));

        Assert.Equal((after, (decimal)strike, multiplier, contracts),
            (adjusted.Contract.Symbol, adjusted.Contract.Strike, adjusted.Contract.Multiplier, adjusted.Contracts));
        Assert.Equal((from != 1 || after[4] == '1', "ACME"), (adjusted.Contract.IsAdjusted, adjusted.Contract.Underlying));
    }

    [Theory]
    [InlineData(22, true, false)]
    [InlineData(23, false, true)]
    public void WhenListingIsBounded_BothDaysBelongToIt(int day, bool old, bool young)
    {
        var contract = Contract("ACME261218C00100000");
        Assert.Equal(old, (contract with { ListedUntil = ExDate.AddDays(-1) }).IsListedOn(new DateOnly(2026, 11, day)));
        Assert.Equal(young, (contract with { ListedFrom = ExDate }).IsListedOn(new DateOnly(2026, 11, day)));
        Assert.True(contract.IsListedOn(new DateOnly(2026, 11, day)));
    }

    private static ListedContract Contract(string symbol) => new(
        symbol, "ACME", symbol[^9] == 'C', int.Parse(symbol[^8..], null) / 1000m, new DateOnly(2026, 12, 18), 100);
}
