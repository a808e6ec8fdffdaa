using ExitDesk.Domain.Entries.Recommendations;

namespace ExitDesk.Domain.Entries.Gates;

/// <summary>Every condition of an entry, in the order in which they are told. All are asked, always: the owner hears every reason at once.</summary>
public static class EntryGates
{
    public static IReadOnlyList<EntryGate> All { get; } =
    [
        new(AllowedActionGate.Name, AllowedActionGate.Evaluate),
        new(TradingModeGate.Name, TradingModeGate.Evaluate),
        new(SessionGate.Name, SessionGate.Evaluate),
        new(ContractGate.Name, ContractGate.Evaluate),
        new(QuantityGate.Name, QuantityGate.Evaluate),
        new(DaysToExpirationGate.Name, DaysToExpirationGate.Evaluate),
        new(TradingLevelGate.Name, TradingLevelGate.Evaluate),
        new(AccountRulesGate.Name, AccountRulesGate.Evaluate),
        new(UnknownOrderGate.Name, UnknownOrderGate.Evaluate),
        new(HeldContractGate.Name, HeldContractGate.Evaluate),
        new(ShortStockGate.Name, ShortStockGate.Evaluate),
        new(CoveredCallGate.Name, CoveredCallGate.Evaluate),
        new(OpenPositionsGate.Name, OpenPositionsGate.Evaluate),
        new(SymbolGate.Name, SymbolGate.Evaluate),
        new(StrategyGate.Name, StrategyGate.Evaluate),
        new(DayCountGate.Name, DayCountGate.Evaluate),
        new(CooldownGate.Name, CooldownGate.Evaluate),
        new(QuoteGate.Name, QuoteGate.Evaluate),
        new(PriceGate.Name, PriceGate.Evaluate),
        new(BuyingPowerGate.Name, BuyingPowerGate.Evaluate),
        new(TradeRiskGate.Name, TradeRiskGate.Evaluate),
        new(DayRiskGate.Name, DayRiskGate.Evaluate),
    ];

    /// <summary>Asks them all.</summary>
    /// <remarks>
    /// Two entries that find no room beside each other must not both go, nor both give up: the earlier one waits until the later one, which
    /// counts it, was sent or has ended.
    /// </remarks>
    public static EntryVerdict Judge(Recommendation recommendation, EntryFacts facts, EntrySettings settings)
    {
        var alone = facts.WithoutLater(recommendation);
        return new EntryVerdict(facts.Now, [.. All.Select(gate => Ask(gate, recommendation, facts, alone, settings))])
        {
            Offer = facts.Moment.IsOpen ? EntryOffer.For(recommendation, facts, settings) : null,
        };
    }

    private static GateFinding Ask(EntryGate gate, Recommendation recommendation, EntryFacts facts, EntryFacts alone, EntrySettings settings)
    {
        var finding = gate.Evaluate(recommendation, facts, settings);
        return finding.Outcome == GateOutcome.Refused && gate.Evaluate(recommendation, alone, settings).Outcome == GateOutcome.Passed
            ? finding with { Outcome = GateOutcome.CannotTell, Reason = $"{finding.Reason}, unless a later entry that is on its way gives way" }
            : finding;
    }
}
