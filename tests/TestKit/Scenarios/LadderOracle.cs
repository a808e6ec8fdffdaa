using ExitDesk.Simulator.Market;

namespace ExitDesk.TestKit.Scenarios;

/// <summary>The expiry ladder once more, written from its description: at which rung, and when, a contract that expires has to leave.</summary>
/// <remarks>The broker takes orders until 45 minutes before the close, in SPY until 30; the last safe exit is 15 minutes before that.</remarks>
public sealed class LadderOracle
{
    private const double MinutesOfYear = 98_280;

    private readonly IMarket _market;
    private readonly ListedContract _contract;
    private readonly DateTimeOffset _close;

    public LadderOracle(IMarket market, string symbol)
    {
        _market = market;
        _contract = market.Contracts.Single(contract => contract.Symbol == symbol);
        _close = market.Days.Single(day => day.Date == _contract.Expiration).Close;
        CutOff = _close.AddMinutes(_contract.Underlying == "SPY" ? -30 : -45);
        (DueAt, Rung) = Find();
    }

    /// <summary>From when the broker takes no order any more.</summary>
    public DateTimeOffset CutOff { get; }

    /// <summary>The last safe exit.</summary>
    public DateTimeOffset Deadline => CutOff.AddMinutes(-15);

    /// <summary>The look, one every 15 seconds, at which it must be closed; null: it is left.</summary>
    public DateTimeOffset? DueAt { get; }

    /// <summary><c>T-5</c>, <c>T-2</c>, <c>left</c> (with or without a card at T-30).</summary>
    public string Rung { get; }

    /// <summary>Whether there is a card at T-30: up to 2 % out of the money.</summary>
    public bool AsksAtT30 => Moneyness(Deadline.AddMinutes(-30)) >= -0.02;

    private (DateTimeOffset? At, string Rung) Find()
    {
        for (var at = Deadline.AddMinutes(-5); at < Deadline; at = at.AddSeconds(15))
        {
            var moneyness = Moneyness(at);
            if (moneyness > 0)
            {
                return (at, "T-5");
            }

            if (at >= Deadline.AddMinutes(-2))
            {
                var volatility = IsImplied(at) ? _market.Greeks(_contract.Symbol, at)?.ImpliedVolatility ?? 0.40 : 0.40;
                var near = Math.Max(0.005, 2.3 * volatility * Math.Sqrt((_close - Deadline).TotalMinutes / MinutesOfYear));
                if (moneyness is null || moneyness >= -near)
                {
                    return (at, "T-2");
                }
            }
        }

        return (null, "left");
    }

    // The feed names a volatility only where a price implies one: somebody bids, and the mid is above what is in the money.
    private bool IsImplied(DateTimeOffset at) =>
        _market.OptionQuote(_contract.Symbol, at) is { Bid: > 0 and var bid, Ask: { } ask }
        && (double)((bid + ask) / 2) > (Moneyness(at) ?? 0) * (double)_contract.Strike;

    private double? Moneyness(DateTimeOffset at)
    {
        var quote = _market.StockQuote(_contract.Underlying, at);
        var strike = (double)_contract.Strike;
        var spot = (double?)((quote?.Bid + quote?.Ask) / 2);
        return _contract.IsCall ? (spot - strike) / strike : (strike - spot) / strike;
    }
}
