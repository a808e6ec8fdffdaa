using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Entries.Gates;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Entries.Gates;

/// <summary>The gates together.</summary>
public sealed class EntryGateTests
{
    [Fact]
    public void WhenTheAccountIsInOrder_EveryActionPassesEveryGate() => Assert.All(SampleRecommendations.All, recommendation =>
    {
        var verdict = EntryGates.Judge(recommendation, SampleEntryFacts.For(recommendation), SampleEntryFacts.Wide);

        Assert.True(verdict.IsAllowed, $"{recommendation.Action}: {string.Join("; ", verdict.Reasons)}");
        Assert.Equal(EntryGates.All.Select(gate => gate.Name), verdict.Findings.Select(finding => finding.Gate));
    });

    [Fact]
    public void WhenNothingWasRead_NothingIsOpened() => Assert.All(SampleRecommendations.All, recommendation =>
    {
        var verdict = EntryGates.Judge(recommendation, new EntryFacts(SampleSession.Later(0)), SampleEntryFacts.Wide);

        Assert.False(verdict.IsAllowed);
        Assert.Contains(verdict.Findings, finding => finding.Outcome == GateOutcome.CannotTell);
    });

    public static TheoryData<string> Facts => [.. typeof(EntryFacts).GetProperties().Where(property => property.CanWrite && property.Name is not (nameof(EntryFacts.Moment) or nameof(EntryFacts.ApprovedPrice))).Select(property => property.Name)];

    /// <summary>Each fact by itself: a fact that no gate misses is one that no gate asks for.</summary>
    [Theory]
    [MemberData(nameof(Facts))]
    public void WhenOneFactWasNotRead_SomeEntryIsNotOpened(string fact)
    {
        var open = SampleRecommendations.All.Where(recommendation =>
        {
            var facts = SampleEntryFacts.For(recommendation) with { };
            typeof(EntryFacts).GetProperty(fact)!.SetValue(facts, null);
            return EntryGates.Judge(recommendation, facts, SampleEntryFacts.Wide with { MaximumRiskPerDay = 1_000_000, AllowsShortStock = true }).IsAllowed;
        }).ToList();

        Assert.True(open.Count < SampleRecommendations.All.Count, $"{fact} is never missed");
    }

    [Fact]
    public void WhenSeveralGatesRefuse_EveryReasonIsTold()
    {
        var verdict = EntryGates.Judge(
            SampleRecommendations.SellPut, SampleEntryFacts.AtNoon with { Mode = Domain.Sessions.TradingMode.Monitor, OptionsBuyingPower = 19_999.99m }, EntrySettings.Default);

        Assert.Equal(
            [AllowedActionGate.Name, TradingModeGate.Name, BuyingPowerGate.Name, TradeRiskGate.Name, DayRiskGate.Name],
            verdict.Refusals.Select(finding => finding.Gate));
        Assert.Equal(5, verdict.Reasons.Count);
        Assert.False(verdict.IsInDoubt);
    }

    [Fact]
    public void WhenSettingsAreTheBuiltIn_OnlyLongOptionsPassAndAreAskedFor() => Assert.Equal(
        [EntryAction.BuyCall, EntryAction.BuyPut],
        SampleRecommendations.All
            .Where(recommendation => EntryGates.Judge(recommendation, SampleEntryFacts.For(recommendation), EntrySettings.Default).IsAllowed)
            .Select(recommendation => recommendation.Action));

    [Fact]
    public void WhenTheBuiltInSettingsAreChecked_TheyHold() => Assert.Empty(EntrySettingsCheck.Problems(EntrySettings.Default));

    [Fact]
    public void WhenSettingsCannotHold_EachIsNamed()
    {
        var problems = EntrySettingsCheck.Problems(EntrySettings.Default with
        {
            AllowedActions = [EntryAction.BuyCall, EntryAction.BuyCall],
            ApprovalPatience = TimeSpan.Zero,
            LastEntryBeforeClose = TimeSpan.FromSeconds(59),
            FirstEntryAfterOpen = TimeSpan.FromSeconds(59),
            MaximumContracts = 0,
            MaximumRiskPerTrade = 0,
            MinimumDaysToExpiration = 91,
            MaximumSpreadShareOfMid = 1.01m,
            Cooldown = TimeSpan.Zero,
        });

        Assert.Equal(
            ["allowedActions", "approvalPatience", "lastEntryBeforeClose", "firstEntryAfterOpen", "maximumContracts", "maximumRiskPerTrade", "maximumDaysToExpiration", "maximumSpreadShareOfMid", "cooldown"],
            problems.Select(problem => problem[..problem.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public void WhenTwoEntriesFindNoRoomBesideEachOther_TheEarlierWaitsAndTheLaterGivesWay()
    {
        var settings = SampleEntryFacts.Wide with { MaximumPerDay = 1 };
        var earlier = new PositionEntry(SampleRecommendations.BuyCall, SampleEntryFacts.Noon) { Status = EntryStatus.Working };
        var later = SampleEntryFacts.Other(second: 1);
        var facts = SampleEntryFacts.AtNoon.Entering(earlier, later);

        Assert.True(EntryGates.Judge(earlier.Recommendation, facts, settings).IsInDoubt);
        Assert.NotEmpty(EntryGates.Judge(later.Recommendation, facts, settings).Refusals);
        Assert.NotEmpty(EntryGates.Judge(earlier.Recommendation, SampleEntryFacts.AtNoon.Entering(earlier, later.Sent()), settings).Refusals);
        Assert.True(EntryGates.Judge(earlier.Recommendation, SampleEntryFacts.AtNoon.Entering(earlier, later with { Status = EntryStatus.Ended }), settings).IsAllowed);
    }

    [Fact]
    public void WhenTwoEntriesArriveInOneInstant_TheirIdsDecideWhichIsEarlier()
    {
        var settings = SampleEntryFacts.Wide with { MaximumPerDay = 1 };
        PositionEntry one = SampleEntryFacts.Other("a"), other = SampleEntryFacts.Other("b");
        var facts = SampleEntryFacts.AtNoon.Entering(other, one);
        facts = facts with { Quotes = facts.Quotes!.ToDictionary(quote => quote.Key.Replace("XYZ1", "ABC1", StringComparison.Ordinal), quote => quote.Value) };

        Assert.DoesNotContain(EntryGates.Judge(one.Recommendation, facts, settings).Refusals, finding => finding.Gate == DayCountGate.Name);
        Assert.Contains(EntryGates.Judge(other.Recommendation, facts, settings).Refusals, finding => finding.Gate == DayCountGate.Name);
    }
}
