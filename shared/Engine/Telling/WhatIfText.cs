using ExitDesk.Domain.Exits;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Pricing;
using ExitDesk.Engine.Market;
using ExitDesk.Engine.State;

namespace ExitDesk.Engine.Telling;

/// <summary>What would become of positions after a move of their stock.</summary>
internal static class WhatIfText
{
    /// <summary>What the figures are worth.</summary>
    public const string Caveat =
        "<i>A model: Black–Scholes at each contract's present implied volatility, with volatility and spreads held, without dividends or interest. "
        + "A real move changes volatility too. Rules are judged at that instant alone, not on the way there.</i>";

    /// <summary>All of it.</summary>
    /// <param name="looks">Repriced positions.</param>
    /// <param name="symbol">The stock.</param>
    /// <param name="move">A fraction.</param>
    /// <param name="before">USD per share now.</param>
    /// <param name="whatIf">The move, and when.</param>
    /// <param name="moment">When that is, and from when the prices are.</param>
    /// <param name="switches">Mode and state.</param>
    public static string Of(
        IReadOnlyList<HypotheticalLook> looks, string symbol, decimal move, decimal before, WhatIf whatIf, WhatIfMoment moment, DeskSwitches switches)
    {
        var lines = new List<string>
        {
            $"<b>What if {Html.Escape(symbol)} moved {Figures.Percent(move)}</b>: {Figures.Cents(before)} → {Figures.Cents(whatIf.Underlying)}, "
                + moment.Then,
        };
        lines.AddRange(moment.Prices is { } prices ? [prices] : []);
        lines.AddRange(looks.SelectMany(look => Lines(look, moment.Before, switches)));
        if (looks.Count > 1)
        {
            var known = looks.Where(look => look.Look.Pnl is not null).ToList();
            lines.Add($"Together {(known.Count == 0 ? "unknown" : Figures.Signed(known.Sum(look => look.Look.Pnl!.Value)))}"
                + (known.Count < looks.Count && known.Count > 0 ? $", without the {looks.Count - known.Count} that cannot be repriced" : ""));
        }

        lines.Add(Caveat);
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Lines(HypotheticalLook repriced, string before, DeskSwitches switches)
    {
        var look = repriced.Look;
        var position = look.Position;
        yield return $"<b>{Html.Escape(Titles.Of(position))}</b>{Titles.KindNote(position)}";
        foreach (var leg in repriced.Legs.Where(static leg => leg.Gap is not null))
        {
            yield return $"  {Html.Escape(Titles.Name(leg.Contract.Symbol))} cannot be repriced: {Words(leg.Gap!.Value)}";
        }

        if (look is { Snapshot.ClosingValue: { } value, Pnl: { } pnl })
        {
            var change = repriced.ValueNow is { } now
                ? $" ({before} {Figures.Cents(Math.Abs(now))}, change {Figures.Signed(Cents(pnl - position.Structure.PnlAt(now)))})"
                : "";
            yield return $"  {Figures.Price(position.EntryPrice)} → {Figures.Cents(Math.Abs(value))}{change}: "
                + $"{Figures.Signed(Cents(pnl))} ({Figures.Percent(look.Return)})";
        }

        foreach (var line in Rules(look, switches))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Rules(PositionLook look, DeskSwitches switches)
    {
        if (look.Position.Management is not (Management.Managed or Management.Watched))
        {
            yield return "  not managed: no rule looks at it";
            yield break;
        }

        var firing = look.Readings.Where(static reading => reading is { Decision.Kind: DecisionKind.Close, IsSilenced: false }).ToList();
        foreach (var reading in firing)
        {
            yield return $"  🔴 {(int)reading.Rule} {Titles.Reason(reading.Rule)}: {RuleText.Fired(reading.Rule, reading.Decision.Value, reading.Decision.Threshold)} · "
                + $"{reading.Decision.Urgency.ToString().ToLowerInvariant()}, {How(reading)}";
        }

        if (firing.Count > 1 && look.Decision is { Kind: DecisionKind.Close, Reason: { } named } decision)
        {
            yield return $"  It would be closed by {Titles.Reason(named)}, {decision.Urgency.ToString().ToLowerInvariant()}";
        }

        var unclear = look.Readings.Where(static reading => reading is { Decision.Kind: DecisionKind.Undecided, IsSilenced: false }).ToList();
        if (unclear.Count > 0)
        {
            yield return $"  ⚠️ cannot tell: {string.Join(", ", unclear.Select(static reading => Titles.Reason(reading.Rule)))}";
        }

        if (firing.Count == 0 && unclear.Count == 0)
        {
            yield return "  nothing fires";
        }

        if (firing.Count > 0 && NextText.Limit(look.Position, switches) is { } limit)
        {
            yield return $"  {limit}: it would only alert";
        }
    }

    private static string How(RuleReading reading) => reading.Approval switch
    {
        Approval.Act when reading.Rule is ExitReason.StopLoss or ExitReason.TrailingStop => "acts once several readings agree",
        Approval.Act => "acts",
        Approval.AskThenAct => "asks, then acts",
        Approval.Ask => "asks",
    };

    private static string Words(RepricingGap gap) => gap switch
    {
        RepricingGap.NoUnderlying => "the stock has no price",
        RepricingGap.ImpossibleMove => "the stock cannot fall below zero",
        RepricingGap.Adjusted => "it is adjusted, so it does not deliver one share of the stock",
        RepricingGap.NoQuote => "it has no quote with both sides",
        RepricingGap.NoVolatility => "no volatility explains its price, and the feed names none",
    };

    private static decimal Cents(decimal dollars) => Math.Round(dollars, 2);
}
