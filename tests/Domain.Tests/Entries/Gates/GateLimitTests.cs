using ExitDesk.Domain.Account;
using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Sessions;
using Xunit;
using static ExitDesk.Domain.Tests.Entries.SampleEntryFacts;
using static ExitDesk.Domain.Tests.Entries.SampleRecommendations;

namespace ExitDesk.Domain.Tests.Entries.Gates;

/// <summary>Counts and amounts: each gate at its limit, and one unit each side.</summary>
public sealed class GateLimitTests
{
    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void WhenContractsAreMany_TenAreTheMost(int quantity, bool passes) => Check(passes, QuantityGate.Evaluate(BuyCall with { Quantity = quantity }, AtNoon, Wide));

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void WhenSharesAreMany_AHundredAreTheMost(int quantity, bool passes) => Check(passes, QuantityGate.Evaluate(BuyStock with { Quantity = quantity }, AtNoon, Wide));

    [Theory]
    [InlineData(22, 90, true)]
    [InlineData(23, 90, true)]
    [InlineData(24, 90, false)]
    [InlineData(2, 22, false)]
    [InlineData(2, 23, true)]
    [InlineData(2, 24, true)]
    public void WhenAnOptionHas23Days_TheWindowDecides(int least, int most, bool passes) => Check(
        passes, DaysToExpirationGate.Evaluate(BuyCall, AtNoon, Wide with { MinimumDaysToExpiration = least, MaximumDaysToExpiration = most }));

    [Fact]
    public void WhenStockIsBought_NoExpirationCounts() =>
        Check(true, DaysToExpirationGate.Evaluate(BuyStock, AtNoon, Wide with { MaximumDaysToExpiration = 0, MinimumDaysToExpiration = 0 }));

    [Theory]
    [InlineData(EntryAction.SellPut, 0, false)]
    [InlineData(EntryAction.SellPut, 1, true)]
    [InlineData(EntryAction.SellCall, 1, true)]
    [InlineData(EntryAction.BuyCall, 1, false)]
    [InlineData(EntryAction.BuyPut, 2, true)]
    [InlineData(EntryAction.OpenVertical, 2, false)]
    [InlineData(EntryAction.OpenVertical, 3, true)]
    [InlineData(EntryAction.BuyStock, 0, true)]
    public void WhenTheBrokersLevelIsLow_WhatNeedsMoreIsRefused(EntryAction action, int level, bool passes) => Check(
        passes, TradingLevelGate.Evaluate(All.First(recommendation => recommendation.Action == action), AtNoon with { OptionsLevel = level }, Wide));

    [Fact]
    public void WhenTheBrokerBlocksTheAccount_NothingIsOpened() => Check(false, TradingLevelGate.Evaluate(BuyStock, AtNoon with { MayTrade = false }, Wide));

    [Theory]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(11, false)]
    public void WhenPositionsAreHeld_TenAreTheMost(int held, bool passes) => Check(
        passes, OpenPositionsGate.Evaluate(BuyCall, AtNoon with { Positions = Held(held, PositionStatus.Open) }, Wide));

    [Fact]
    public void WhenPositionsHaveEnded_TheyDoNotCount() => Check(
        true, OpenPositionsGate.Evaluate(BuyCall, AtNoon with { Positions = Held(20, PositionStatus.Closed) }, Wide));

    [Theory]
    [InlineData(EntryStatus.Working, null, false)]
    [InlineData(EntryStatus.AwaitingApproval, null, true)]
    [InlineData(EntryStatus.Received, null, true)]
    [InlineData(EntryStatus.Ended, null, true)]
    [InlineData(EntryStatus.Working, "A0-20151223-1", true)] // it is the ninth position already
    public void WhenAnEntryIsOnItsWay_ItTakesAPlaceOnce(EntryStatus status, string? position, bool passes) => Check(
        passes,
        OpenPositionsGate.Evaluate(BuyCall, (AtNoon with { Positions = Held(9, PositionStatus.Open) }).Entering(Other(status: status) with { PositionId = position }), Wide));

    [Fact]
    public void WhenTheSyncFoundItsPositionBeforeItWasBooked_ItTakesAPlaceOnce() => Check(
        true,
        OpenPositionsGate.Evaluate(
            BuyCall, (AtNoon with { Positions = [.. Held(8, PositionStatus.Open), Live("B") with { OpenedBy = "sig-0" }] }).Entering(Other("sig-0")), Wide));

    [Fact]
    public void WhenTheEntryItselfIsOnItsWay_ItDoesNotCount() => Check(
        true, OpenPositionsGate.Evaluate(BuyCall, AtNoon.Entering(Other(BuyCall.Id, BuyCall)), Wide with { MaximumOpenPositions = 1 }));

    [Theory]
    [InlineData("XYZ160115C00110000", 2, true)]
    [InlineData("XYZ160115C00110000", 1, false)]
    [InlineData("ABC160115C00110000", 1, true)]
    public void WhenAnUnderlyingIsHeld_ItsOwnLimitCounts(string symbol, int most, bool passes) => Check(
        passes, SymbolGate.Evaluate(BuyCall, AtNoon with { Positions = [Live(symbol)] }, Wide with { MaximumPerSymbol = most }));

    [Fact]
    public void WhenAnUnderlyingIsBeingEntered_ItCounts() => Check(
        false, SymbolGate.Evaluate(BuyCall, AtNoon.Entering(Other(recommendation: BuyPut)), Wide with { MaximumPerSymbol = 1 }));

    [Theory]
    [InlineData("wheel", "wheel", 1, false)]
    [InlineData("wheel", "wheel", 2, true)]
    [InlineData("wheel", "swing", 1, true)]
    [InlineData(null, null, 1, false)]
    [InlineData(null, "swing", 1, true)]
    public void WhenAStrategyIsHeld_ItsOwnLimitCounts(string? wanted, string? held, int most, bool passes) => Check(
        passes, StrategyGate.Evaluate(BuyCall with { Strategy = wanted }, AtNoon with { Positions = [Live("A", strategy: held)] }, Wide with { MaximumPerStrategy = most }));

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void WhenEntriesWereSentToday_FiveAreTheMost(int sent, bool passes) => Check(passes, DayCountGate.Evaluate(
        BuyCall, AtNoon.Entering([.. Enumerable.Range(0, sent).Select(number => Other($"o{number}", status: EntryStatus.Ended).Sent(status: OrderStatus.Canceled))]), Wide));

    [Fact]
    public void WhenEntriesWereNeverSent_TheyAreNoneOfTheDay() => Check(
        true, DayCountGate.Evaluate(BuyCall, AtNoon.Entering([.. Enumerable.Range(0, 9).Select(number => Other($"o{number}", status: EntryStatus.Ended))]), Wide));

    [Theory]
    [InlineData(500.01, true)]
    [InlineData(500, true)]
    [InlineData(499.99, false)]
    public void WhenBuyingPowerIsShort_TheEntryIsRefused(decimal power, bool passes) => Check(passes, BuyingPowerGate.Evaluate(BuyCall, AtNoon with { OptionsBuyingPower = power }, Wide));

    [Theory]
    [InlineData(9_999.99, false)]
    [InlineData(10_000, true)]
    public void WhenStockIsBought_ItsOwnBuyingPowerCounts(decimal power, bool passes) => Check(
        passes, BuyingPowerGate.Evaluate(BuyStock, AtNoon with { BuyingPower = power, OptionsBuyingPower = 0 }, Wide));

    [Theory]
    [InlineData(19_999.99, false)]
    [InlineData(20_000, true)]
    public void WhenAPutIsSold_TheFullStrikeSecuresIt(decimal power, bool passes) => Check(passes, BuyingPowerGate.Evaluate(SellPut, AtNoon with { OptionsBuyingPower = power }, Wide));

    [Theory]
    [InlineData(999.99, false)]
    [InlineData(1_000, true)]
    public void WhenAnotherEntryIsNotAtTheBrokerYet_ItsCollateralIsSpokenFor(decimal power, bool passes)
    {
        Check(passes, BuyingPowerGate.Evaluate(BuyCall, AtNoon.Entering(Other()) with { OptionsBuyingPower = power }, Wide));
        Check(true, BuyingPowerGate.Evaluate(BuyCall, AtNoon.Entering(Other().Sent()) with { OptionsBuyingPower = power }, Wide));
    }

    [Theory]
    [InlineData(499.99, false)]
    [InlineData(500, true)]
    [InlineData(500.01, true)]
    public void WhenATradeCanLose500_TheLimitDecides(decimal most, bool passes) => Check(passes, TradeRiskGate.Evaluate(BuyCall, AtNoon, Wide with { MaximumRiskPerTrade = most }));

    [Fact]
    public void WhenALossHasNoBound_AnyLimitRefusesIt()
    {
        Check(false, TradeRiskGate.Evaluate(SellStock, AtNoon, Wide with { MaximumRiskPerTrade = 1_000_000_000 }));
        Check(false, DayRiskGate.Evaluate(SellStock, AtNoon, Wide with { MaximumRiskPerDay = 1_000_000_000 }));
        Check(true, TradeRiskGate.Evaluate(SellStock, AtNoon, Wide));
    }

    [Theory]
    [InlineData(0, 999.99, false)] // 500 on its way and these 500
    [InlineData(0, 1_000, true)]
    [InlineData(0, 1_000.01, true)]
    [InlineData(1, 749.99, false)] // over with one of two filled: 250
    [InlineData(1, 750, true)]
    [InlineData(2, 500, true)] // over without a fill
    public void WhenTheDayHasOthers_WhatTheyCanLoseCounts(int other, decimal most, bool passes)
    {
        var entry = other switch
        {
            0 => Other().Sent(),
            1 => Other(status: EntryStatus.Ended).Sent(1, OrderStatus.Canceled) with { End = EntryEnd.PartlyFilled },
            _ => Other(status: EntryStatus.Ended).Sent(0, OrderStatus.Canceled) with { End = EntryEnd.Lapsed },
        };

        Check(passes, DayRiskGate.Evaluate(BuyCall, AtNoon.Entering(entry), Wide with { MaximumRiskPerDay = most }));
    }

    [Theory]
    [InlineData(2, -60, true)]
    [InlineData(3, -60, false)]
    [InlineData(3, -86_399, false)]
    [InlineData(3, -86_400, true)]
    [InlineData(4, -60, false)]
    public void WhenLossesCameInARow_ItRestsForADay(int losses, int second, bool passes) => Check(
        passes, CooldownGate.Evaluate(BuyCall, AtNoon with { LossRun = new LossRun(losses, Noon.AddSeconds(second)) }, Wide));

    [Fact]
    public void WhenTheCooldownIsOff_LossesDoNotCount() => Check(
        true, CooldownGate.Evaluate(BuyCall, AtNoon with { LossRun = new LossRun(99, Noon) }, Wide with { CooldownLosses = 0 }));

    [Theory]
    [InlineData(AccountAction.Alert, AccountAction.Alert, true)]
    [InlineData(AccountAction.StopEntries, null, true)]
    [InlineData(AccountAction.StopEntries, AccountAction.StopEntries, false)]
    [InlineData(AccountAction.Emergency, AccountAction.StopEntries, false)]
    [InlineData(AccountAction.Emergency, AccountAction.Emergency, false)]
    public void WhenAnAccountRuleFires_WhatItDemandsCounts(AccountAction action, AccountAction? demand, bool passes) => Check(
        passes, AccountRulesGate.Evaluate(BuyCall, AtNoon with { AccountFindings = [Rule(action, demand)] }, Wide));

    [Theory]
    [InlineData(AccountAction.Alert, GateOutcome.Passed)]
    [InlineData(AccountAction.StopEntries, GateOutcome.CannotTell)]
    public void WhenAnAccountRuleCannotTell_NeitherCanTheGate(AccountAction action, GateOutcome expected) => Assert.Equal(
        expected, AccountRulesGate.Evaluate(BuyCall, AtNoon with { AccountFindings = [Rule(action, null, value: null)] }, Wide).Outcome);

    [Theory]
    [InlineData(TradingMode.Active, TradingState.Active, true)]
    [InlineData(TradingMode.Monitor, TradingState.Active, false)]
    [InlineData(TradingMode.Emergency, TradingState.Active, false)]
    [InlineData(TradingMode.Active, TradingState.Reducing, false)]
    [InlineData(TradingMode.Active, TradingState.Halted, false)]
    public void WhenTheDeskDoesNotTrade_NothingIsOpened(TradingMode mode, TradingState state, bool passes) => Check(
        passes, TradingModeGate.Evaluate(BuyCall, AtNoon with { Mode = mode, State = state }, Wide));

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public void WhenStockIsSoldShort_SettingsAndBrokerMustAllowIt(bool settings, bool broker, bool passes) => Check(
        passes, ShortStockGate.Evaluate(SellStock, AtNoon with { MayShort = broker }, Wide with { AllowsShortStock = settings }));

    [Theory]
    [InlineData(EntryAction.BuyCall, true)]
    [InlineData(EntryAction.SellPut, false)]
    public void WhenAnActionIsNotAllowed_ItIsRefused(EntryAction action, bool passes) => Check(
        passes, AllowedActionGate.Evaluate(All.First(recommendation => recommendation.Action == action), AtNoon, EntrySettings.Default));

    [Fact]
    public void WhenNoActionIsAllowed_NoneIsOpened() => Assert.All(
        All, recommendation => Check(false, AllowedActionGate.Evaluate(recommendation, AtNoon, Wide with { AllowedActions = [] })));

    private static Position[] Held(int count, PositionStatus status) => [.. Enumerable.Range(0, count).Select(number => Live($"A{number}", status))];

    private static void Check(bool passes, GateFinding finding) =>
        Assert.True(finding.Outcome == (passes ? GateOutcome.Passed : GateOutcome.Refused), $"{finding.Outcome}: {finding.Reason} ({finding.Evidence})");
}
