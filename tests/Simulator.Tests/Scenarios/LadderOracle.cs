using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulator.Tests.Scenarios;

/// <summary>The expiry ladder once more, written from its description: at which rung a contract that expires today has to leave.</summary>
internal static class LadderOracle
{
    private const double MinutesOfYear = 98_280;

    /// <returns><c>T-5</c>, <c>T-2</c>, <c>left</c> (with or without a card at T-30).</returns>
    public static string RungOf(IMarket market, string symbol, int minutesFromCutOffToClose)
    {
        var contract = market.Contracts.Single(contract => contract.Symbol == symbol);
        var session = market.Days.Single(day => day.Date == contract.Expiration);
        var deadline = session.Close.AddMinutes(-minutesFromCutOffToClose - 15);
        for (var at = deadline.AddMinutes(-5); at < deadline; at = at.AddSeconds(15))
        {
            var moneyness = Moneyness(market, contract, at);
            if (moneyness > 0)
            {
                return "T-5";
            }

            if (at >= deadline.AddMinutes(-2))
            {
                var volatility = market.Greeks(symbol, at)?.ImpliedVolatility ?? 0.40;
                var near = Math.Max(0.005, 2.3 * volatility * Math.Sqrt((session.Close - deadline).TotalMinutes / MinutesOfYear));
                if (moneyness is null || moneyness >= -near)
                {
                    return "T-2";
                }
            }
        }

        return "left";
    }

    /// <summary>Whether there is a card at T-30: up to 2 % out of the money.</summary>
    public static bool AsksAtT30(IMarket market, string symbol, int minutesFromCutOffToClose)
    {
        var contract = market.Contracts.Single(contract => contract.Symbol == symbol);
        var close = market.Days.Single(day => day.Date == contract.Expiration).Close;
        return Moneyness(market, contract, close.AddMinutes(-minutesFromCutOffToClose - 45)) >= -0.02;
    }

    private static double? Moneyness(IMarket market, ListedContract contract, DateTimeOffset at)
    {
        var quote = market.StockQuote(contract.Underlying, at);
        var strike = (double)contract.Strike;
        var spot = (double?)((quote?.Bid + quote?.Ask) / 2);
        return contract.IsCall ? (spot - strike) / strike : (strike - spot) / strike;
    }
}
