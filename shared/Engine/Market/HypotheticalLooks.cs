using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Expiry;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Pricing;
using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Sessions;
using ExitDesk.Domain.Structures;
using ExitDesk.Engine.Plans;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Market;

/// <summary>Reprices positions at a hypothetical move and lets the rules judge them there.</summary>
public sealed class HypotheticalLooks(PositionFacts facts, ExitPlanBook plans)
{
    // The least that an offer is: without one, a bid of zero would be no price at all.
    private const decimal LeastAsk = 0.01m;

    /// <summary>Reprices one position.</summary>
    /// <param name="position">On the stock that moves.</param>
    /// <param name="mark">What was seen of it.</param>
    /// <param name="view">The market now.</param>
    /// <param name="whatIf">The move, and when.</param>
    /// <param name="switches">Mode and state.</param>
    public HypotheticalLook Of(Position position, PositionMark mark, MarketView view, WhatIf whatIf, DeskSwitches switches)
    {
        var legs = whatIf.Reprice([.. position.Structure.ClosingLegs
            .Where(leg => leg.Contract is not null)
            .Select(leg => new WhatIfLeg(
                leg.Contract!, view.Options.GetValueOrDefault(leg.Symbol)?.Quote, view.Options.GetValueOrDefault(leg.Symbol)?.ImpliedVolatility))]);
        var then = Moved(position, view, whatIf, legs);
        var snapshot = position.IsOption ? Repriced(position, mark, then, legs, switches) : Stock(position, then, switches);
        var plan = plans.MergedFor(position);
        var context = new DecisionContext(switches.Mode == TradingMode.Emergency, position.SilencedRules(whatIf.At));
        var look = new PositionLook(position, plan, mark, snapshot, context, then.Days.From(then.Moment.Session!.Date))
        {
            Now = whatIf.At,
            Ladder = plans.Expiry,
            Decision = ExitPolicy.Decide(snapshot, plan.Plan, context),
        };
        return new HypotheticalLook(look, ValueNow(position, view), legs);
    }

    private static MarketView Moved(Position position, MarketView view, WhatIf whatIf, IReadOnlyList<RepricedLeg> legs)
    {
        var options = new Dictionary<string, OptionSnapshot>(StringComparer.Ordinal);
        foreach (var leg in legs.Where(leg => leg.Quote is not null && view.Options.ContainsKey(leg.Contract.Symbol)))
        {
            var quote = leg.Quote! with { Ask = Math.Max(leg.Quote.Ask!.Value, LeastAsk) };
            options[leg.Contract.Symbol] = view.Options[leg.Contract.Symbol] with { Quote = quote, ImpliedVolatility = leg.Volatility, Greeks = null };
        }

        return view with
        {
            Moment = view.Moment with { Now = whatIf.At },
            NewYorkTime = NewYork.TimeOf(whatIf.At),
            Options = options,
            Underlyings = whatIf.Underlying is { } price
                ? new Dictionary<string, UnderlyingPrice> { [position.Underlying] = new(price, whatIf.At, UnderlyingPriceSource.Mid) }
                : new Dictionary<string, UnderlyingPrice>(),
        };
    }

    // The spread of now is held, and with it nothing is said of the market's state then: what could be repriced counts as usable.
    private PositionSnapshot Repriced(Position position, PositionMark mark, MarketView then, IReadOnlyList<RepricedLeg> legs, DeskSwitches switches)
    {
        var quotes = facts.LegsOf(position, then);
        var openAt = then.Moment.Session!.OpenAt;
        var market = StructureMarket.Of(position.Structure, quotes, then.Moment.Now, openAt);
        market = legs.All(static leg => leg.Gap is null) ? market with { Quality = QuoteQuality.Usable } : market;
        return SnapshotBuilder.Build(position, quotes, market, FactsOf(position, then, switches), mark, openAt, null);
    }

    private PositionSnapshot Stock(Position position, MarketView then, DeskSwitches switches)
    {
        var mark = PositionMark.None(position.Id);
        mark = then.Underlyings.TryGetValue(position.Underlying, out var price)
            ? mark with { Quote = new Quote(price.Price, price.Price, price.At), Quality = QuoteQuality.Usable }
            : mark;
        return SnapshotBuilder.FromMark(position, mark, FactsOf(position, then, switches));
    }

    private ExitFacts FactsOf(Position position, MarketView view, DeskSwitches switches) =>
        PositionFacts.Of(position, facts.AssessmentOf(position, view), view, switches);

    private static decimal? ValueNow(Position position, MarketView view) => position.IsOption
        ? NetQuote.ClosingValue(position.Structure, symbol => view.Options.GetValueOrDefault(symbol)?.Quote)
        : view.Underlyings.TryGetValue(position.Underlying, out var price) ? (position.Side == PositionSide.Long ? price.Price : -price.Price) : null;
}
