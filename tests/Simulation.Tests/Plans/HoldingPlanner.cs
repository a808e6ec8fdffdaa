using System.Globalization;
using ExitDesk.Simulation.Tests.Market;
using ExitDesk.Simulation.Tests.Scheduling;
using ExitDesk.Simulator.Market;

namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>Draws what is held as a day begins: a handful of structures, many of them near a rule's threshold.</summary>
internal static class HoldingPlanner
{
    /// <summary>What a structure's entry was, against its value at the open: fair, past its stop, past its profit, or near one.</summary>
    private static readonly double[] Debits = [1.0, 1.45, 1.30, 1.20, 0.62, 0.75];
    private static readonly double[] Credits = [1.0, 0.28, 0.40, 0.55, 2.3, 1.7];

    public static HoldingBook Draw(Draw draw, TradingDay day, IReadOnlyList<StockPath> stocks)
    {
        var contracts = new SortedDictionary<string, ListedContract>(StringComparer.Ordinal);
        var held = new List<(ListedContract? Contract, string Symbol, int Quantity, double Factor)>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var count = draw.Of([1, 1, 2, 2, 3]);
        for (var i = 0; i < count; i++)
        {
            var stock = draw.Of(stocks);
            var days = draw.Of([0, 0, 14, 35, 35, 35]);
            var legs = Legs(draw, stock, day.Date.AddDays(days), draw.Happens(0.06));
            if (legs.Any(leg => taken.Contains(leg.Contract.Symbol)) || (legs.Any(leg => leg.Ratio < 0) && taken.Contains(stock.Symbol)))
            {
                continue;
            }

            var units = draw.Of([1, 2, 3, 5, 8]);
            var factor = draw.Of(legs[0].Ratio < 0 && (legs.Count == 1 || IsCredit(legs)) ? Credits : Debits);
            foreach (var (contract, ratio) in legs)
            {
                contracts[contract.Symbol] = contract;
                taken.Add(contract.Symbol);
                held.Add((contract, contract.Symbol, ratio * units, factor));
            }

            taken.Add(stock.Symbol);
            if (legs is [{ Ratio: < 0, Contract.IsCall: true }])
            {
                held.Add((null, stock.Symbol, 100 * units, 1));
            }
        }

        var market = new PathMarket([day], [.. contracts.Values], stocks, []);
        var holdings = held.Select(leg => new Holding(leg.Symbol, leg.Quantity, Price(leg.Contract is null
            ? stocks.First(stock => stock.Symbol == leg.Symbol).PriceAt(day.Open)
            : market.ValueOf(leg.Symbol, day.Open) * leg.Factor)));
        return new HoldingBook([.. contracts.Values], [.. holdings]);
    }

    private static List<(ListedContract Contract, int Ratio)> Legs(Draw draw, StockPath stock, DateOnly expiration, bool isAdjusted)
    {
        var step = stock.IsFine ? 5 : 2.5;
        var strike = (decimal)(Math.Round(stock.Knots[0].Price / step) * step);
        strike += draw.Between(-2, 2) * (decimal)step;
        var far = draw.Between(1, 3) * (decimal)step;
        ListedContract Call(decimal at) => Contract(stock.Symbol, true, at, expiration, false);
        ListedContract Put(decimal at) => Contract(stock.Symbol, false, at, expiration, false);
        return draw.Below(11) switch
        {
            0 or 1 or 2 => [(Contract(stock.Symbol, true, strike, expiration, isAdjusted), 1)],
            3 or 4 => [(Put(strike), 1)],
            5 => [(Put(strike - far), -1)],
            6 => [(Call(strike + far), -1)],
            7 => [(Put(strike), -1), (Put(strike - far), 1)],
            8 => [(Call(strike), 1), (Call(strike + far), -1)],
            9 => [(Put(strike - far), -1), (Put(strike - far - far), 1), (Call(strike + far), -1), (Call(strike + far + far), 1)],
            _ => [(Call(strike), 1), (Put(strike), 1)],
        };
    }

    private static bool IsCredit(List<(ListedContract Contract, int Ratio)> legs) => legs[0].Ratio < 0;

    /// <summary>A contract by what it promises; an adjusted one delivers 150 shares under a root of its own.</summary>
    public static ListedContract Contract(string underlying, bool isCall, decimal strike, DateOnly expiration, bool isAdjusted)
    {
        var root = isAdjusted ? underlying + "1" : underlying;
        var symbol = string.Create(CultureInfo.InvariantCulture, $"{root}{expiration:yyMMdd}{(isCall ? 'C' : 'P')}{(long)(strike * 1000):D8}");
        return new ListedContract(symbol, underlying, isCall, strike, expiration, isAdjusted ? 150 : 100);
    }

    private static decimal Price(double price) => Math.Max(0.01m, Math.Round((decimal)price, 2));
}
