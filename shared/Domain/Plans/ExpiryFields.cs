using ExitDesk.Domain.Expiry;

namespace ExitDesk.Domain.Plans;

/// <summary>Every value of the expiry ladder's settings.</summary>
public static class ExpiryFields
{
    private static readonly DurationShape _span = new(TimeSpan.Zero, TimeSpan.FromHours(6));

    public static IReadOnlyList<PlanField<ExpirySettings>> All { get; } =
    [
        new("broadBasedEtfs", new SymbolsShape(), "Underlyings whose options the broker takes orders for until the later cut-off.", plan => plan.BroadBasedEtfs, (plan, value) => plan with { BroadBasedEtfs = (IReadOnlySet<string>)value! }),
        Span("cutOffBeforeClose", "The broker's cut-off of most contracts, before the session's close.", plan => plan.CutOffBeforeClose, (plan, value) => plan with { CutOffBeforeClose = value }),
        Span("etfCutOffBeforeClose", "The broker's cut-off of options on broad-based ETFs, before the session's close.", plan => plan.EtfCutOffBeforeClose, (plan, value) => plan with { EtfCutOffBeforeClose = value }),
        Span("liquidationAfterCutOff", "How long after its cut-off the broker starts to liquidate.", plan => plan.LiquidationAfterCutOff, (plan, value) => plan with { LiquidationAfterCutOff = value }),
        Span("margin", "From the desk's deadline to the broker's cut-off.", plan => plan.Margin, (plan, value) => plan with { Margin = value }),
        Span("watchFrom", "First rung: time to the deadline from which cards are shown.", plan => plan.WatchFrom, (plan, value) => plan with { WatchFrom = value }),
        Span("closeFastFrom", "Second rung: time to the deadline from which what is in the money is closed.", plan => plan.CloseFastFrom, (plan, value) => plan with { CloseFastFrom = value }),
        Span("closeNowFrom", "Third rung: time to the deadline from which what is near the money is closed.", plan => plan.CloseNowFrom, (plan, value) => plan with { CloseNowFrom = value }),
        Moneyness("cardFrom", "Moneyness, a fraction of the strike, from which the first rung shows a card; negative is out of the money.", plan => plan.CardFrom, (plan, value) => plan with { CardFrom = value }),
        Moneyness("namedFrom", "Moneyness, a fraction of the strike, from which the second rung names a position in every cycle.", plan => plan.NamedFrom, (plan, value) => plan with { NamedFrom = value }),
        Moneyness("closeFastAbove", "Moneyness, a fraction of the strike, above which the second rung closes.", plan => plan.CloseFastAbove, (plan, value) => plan with { CloseFastAbove = value }),
        new("nearestThreshold", new NumberShape(0, 1) { IsAboveMinimum = true, IsFraction = true }, "The third rung closes at least what is this fraction of the strike out of the money.", plan => plan.NearestThreshold, (plan, value) => plan with { NearestThreshold = (decimal)value! }),
        new("deviations", new NumberShape(0, 10), "The third rung's threshold in standard deviations of the underlying between deadline and close, a multiple.", plan => plan.Deviations, (plan, value) => plan with { Deviations = (decimal)value! }),
        new("fallbackVolatility", new NumberShape(0, 10) { IsAboveMinimum = true, IsFraction = true }, "The yearly implied volatility, a fraction, that is used where it is missing.", plan => plan.FallbackVolatility, (plan, value) => plan with { FallbackVolatility = (decimal)value! }),
    ];

    private static PlanField<ExpirySettings> Span(string name, string description, Func<ExpirySettings, TimeSpan> read, Func<ExpirySettings, TimeSpan, ExpirySettings> write) =>
        new(name, _span, description, plan => read(plan), (plan, value) => write(plan, (TimeSpan)value!));

    private static PlanField<ExpirySettings> Moneyness(string name, string description, Func<ExpirySettings, decimal> read, Func<ExpirySettings, decimal, ExpirySettings> write) =>
        new(name, new NumberShape(-1, 0) { IsFraction = true }, description, plan => read(plan), (plan, value) => write(plan, (decimal)value!));
}
