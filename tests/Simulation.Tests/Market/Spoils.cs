using ExitDesk.Simulation.Tests.Plans;

namespace ExitDesk.Simulation.Tests.Market;

/// <summary>When a day's plan spoils which quotes.</summary>
internal static class Spoils
{
    public static IReadOnlyList<QuoteSpoil> Of(DayPlan plan) =>
        [.. plan.Faults.Select(fault => Of(plan, fault)).OfType<QuoteSpoil>()];

    private static QuoteSpoil? Of(DayPlan plan, PlannedFault fault)
    {
        if (fault.Fault is not (DayFault.HaltedSymbol or DayFault.CrossedQuote or DayFault.ZeroBid or DayFault.WideQuote or DayFault.WildPrint)
            || plan.Holdings.Count == 0)
        {
            return null;
        }

        var holding = plan.Holdings[fault.Choice % plan.Holdings.Count].Symbol;
        var contract = plan.Contracts.FirstOrDefault(contract => contract.Symbol == holding);
        var symbol = fault.Fault is DayFault.HaltedSymbol or DayFault.WildPrint && contract is not null ? contract.Underlying : holding;
        var lasts = fault.Fault == DayFault.WildPrint ? TimeSpan.FromSeconds(5 + (fault.Choice % 50)) : TimeSpan.FromSeconds(10 + (fault.Choice % 300));
        return new QuoteSpoil(fault.Fault, symbol, fault.At, fault.At + lasts);
    }
}
