using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using ExitDesk.TestKit.Desk;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Expiry;

/// <summary>What the card says of the account: two calls take 150,000.00 USD, two puts 200 shares.</summary>
public sealed class ExpiryMeansTests
{
    private const string Put = "GOOG151224P00760000";

    private readonly ExpiryBench _bench = new() { Underlying = ExpiryBench.At(0.001m) };

    private DeskHarness Desk => _bench.Desk;

    [Theory]
    [InlineData(150_000, "exercises it after 16:00 ET: 200 shares arrive, -$150,000.00; your cash of $150,000.00 covers it")]
    [InlineData(149_999.99, "sells it at the market from 15:30 ET: your buying power covers $149,999.99 of the $150,000.00 that exercise takes")]
    public async Task WhenFundsAreKnown_TheCardSaysWhetherTheyDo(double dollars, string broker)
    {
        (Desk.Market.Cash, Desk.Market.BuyingPower) = ((decimal)dollars, (decimal)dollars);
        await ShowAsync(ExpiryBench.Call);
        Assert.Contains(broker, Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenOnlyALoanWouldDo_BothFiguresAreShown()
    {
        (Desk.Market.Cash, Desk.Market.BuyingPower) = (-20m, 300_000m);
        await ShowAsync(ExpiryBench.Call);
        Assert.Contains(
            "or exercises it after the close: exercise takes $150,000.00, your cash is -$20.00, and with the broker's loan your buying power $300,000.00",
            Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheAccountCannotBeRead_ItIsUnknownAndNotZeroAndReadAgain()
    {
        (Desk.Market.Cash, Desk.Market.BuyingPower) = (0m, 0m);
        Desk.Market.Failing.Add("account");
        await ShowAsync(ExpiryBench.Call);
        Assert.Contains("exercise takes $150,000.00, and your funds cannot be read now", Desk.Desk.Last, StringComparison.Ordinal);
        Desk.Market.Failing.Clear();
        await _bench.CycleAtAsync(14, 30, 15);
        Assert.Contains("your buying power covers $0.00 of the $150,000.00", Desk.Desk.Last, StringComparison.Ordinal);
        Assert.Single(Desk.Desk.Shown);
    }

    [Theory]
    [InlineData(200, "exercises it after 16:00 ET: 200 shares leave, +$152,000.00; you hold 200 of the 200 shares that exercise takes")]
    [InlineData(199, "sells it at the market from 15:30 ET: you hold 199 of the 200 shares that exercise takes")]
    [InlineData(0, "sells it at the market from 15:30 ET: you hold 0 of the 200 shares that exercise takes")]
    [InlineData(-50, "sells it at the market from 15:30 ET: exercise takes 200 shares, and you are short 50")]
    public async Task WhenAPutExpires_TheSharesHeldDecide(int shares, string broker)
    {
        if (shares != 0)
        {
            Desk.Broker.Hold("GOOG", shares, 700m);
        }

        await ShowAsync(Put);
        Assert.Contains(broker, Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenThePutIsOfAShareClass_TheSharesAreFoundByTheBrokersSpelling()
    {
        Desk.Broker.Hold("BRK.B", 300, 140m, "us_equity");
        Desk.Broker.Hold("BRKB151224P00760000", 2, 3m);
        await ShowAsync("BRKB151224P00760000");
        Assert.Contains("you hold 300 of the 200 shares that exercise takes", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenHoldingsCannotBeRead_TheyAreUnknownAndNotZero()
    {
        Desk.Broker.ReadFailure = "500";
        await ShowAsync(Put);
        Assert.Contains("exercise takes 200 shares, and what you hold cannot be read now", Desk.Desk.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(54, 1)]
    [InlineData(55, 2)]
    public async Task WhenAMinuteIsOver_TheAccountIsReadAgain(int second, int reads)
    {
        await ShowAsync(ExpiryBench.Call);
        await _bench.CycleAtAsync(14, 30, second);
        Assert.Equal(reads, Desk.Market.Calls["account"]);
    }

    [Fact]
    public async Task WhenNothingIsNearTheMoney_TheAccountIsNotRead()
    {
        _bench.Underlying = ExpiryBench.At(-0.03m);
        await ShowAsync(ExpiryBench.Call);
        Assert.False(Desk.Market.Calls.ContainsKey("account"));
    }

    [Theory]
    [InlineData("GOOG151224C00750000", 1, "others in the money today $75,000.00, and your cash is $200,000.00")]
    [InlineData("GOOG151224P00760000", -1, "others in the money today $76,000.00, and your cash is $200,000.00")]
    [InlineData("GOOG151224P00760000", 1, "your cash of $200,000.00 covers it")]
    [InlineData("GOOG151224C00760000", 1, "your cash of $200,000.00 covers it")]
    [InlineData("GOOG151231C00700000", 1, "your cash of $200,000.00 covers it")]
    public async Task WhenOthersNeedTheCashToo_NothingIsPromised(string symbol, int ratio, string broker)
    {
        (Desk.Market.Cash, Desk.Market.BuyingPower) = (200_000m, 200_000m);
        var structure = ExpiryBench.Single(ratio > 0 ? StructureKind.LongOption : StructureKind.CashSecuredPut, symbol, ratio, 1);
        await _bench.PutAsync(new Position("another", structure, Desk.Now, PositionStatus.Open, Management.Managed));
        await ShowAsync(ExpiryBench.Call);
        Assert.Contains(Desk.Desk.Shown, card => card.Html.Contains("750 C ×2", StringComparison.Ordinal) && card.Html.Contains(broker, StringComparison.Ordinal));
    }

    private async Task ShowAsync(string symbol)
    {
        await _bench.SeedAsync(ExpiryBench.Single(StructureKind.LongOption, symbol, 1, 2));
        await _bench.CycleAtAsync(14, 30);
    }
}
