using ExitDesk.Simulator.Faults;
using ExitDesk.Simulator.Venue;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;
using static ExitDesk.Simulator.Tests.Venue.VenueBench;

namespace ExitDesk.Simulator.Tests.Venue;

/// <summary>A client that does anything at all, on a market that jumps, with every fault of the broker.</summary>
public sealed class RandomWalkTests
{
    private static readonly string[] Symbols = [Call100, Call105, Put95, Put90, "GOOG"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhenAClientDoesAnything_TheBrokerNeverLetsACloseOpenAndTheCashAddsUp(int seed) => Walk(seed);

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 30)];

    [Fact]
    public void WhenWalksAreTaken_SpreadsAreTradedToo()
    {
        var filled = Enumerable.Range(1, 5).Sum(seed =>
            Walk(seed).Venue.Orders().Count(order => order.IsMultiLeg && order.FilledQuantity > 0));
        Assert.True(filled > 5, $"only {filled} multi-leg orders were filled: the walks prove little");
    }

    private static VenueBench Walk(int seed)
    {
        var random = new Random(seed);
        var bench = new VenueBench(
            Fault.PartialFills,
            Fault.FillDuringCancel,
            Fault.PendingCancel,
            Fault.AsynchronousRejection,
            Fault.OwnerCloses,
            Fault.OwnerRestingOrder,
            Fault.Liquidation);
        Scatter(bench, random);
        bench.Hold("GOOG", 300, 100m);
        bench.Hold(Call105, 4, 1m);
        var cash = bench.Venue.Account().Cash;
        var granted = 0;
        for (var step = 0; step < 400; step++)
        {
            granted += Act(bench, random) ? 1 : 0;
            Assert.All(
                bench.Venue.Positions(), held => Assert.InRange(held.HeldForOrders, 0, Math.Abs(held.Position.Quantity)));
        }

        Assert.Empty(bench.Venue.Violations);
        Assert.Equal(cash + bench.Venue.Activities().Sum(fill => fill.NetAmount), bench.Venue.Account().Cash);
        Assert.True(granted > 50, $"only {granted} calls were granted: the walk proves little");
        return bench;
    }

    private static void Scatter(VenueBench bench, Random random)
    {
        foreach (var symbol in Symbols)
        {
            for (var at = At(10); at < At(12); at = at.AddSeconds(random.Next(5, 60)))
            {
                var bid = symbol == "GOOG" ? 100m + random.Next(-3, 4) : random.Next(0, 30) / 10m;
                bench.Market.Quote(symbol, at, bid, bid + (random.Next(1, 4) / 10m), random.Next(1, 5));
            }
        }
    }

    private static bool Act(VenueBench bench, Random random)
    {
        var symbol = Symbols[random.Next(Symbols.Length)];
        var orders = bench.Venue.Orders();
        var id = orders.Count == 0 ? Guid.Empty : orders[^random.Next(1, Math.Min(orders.Count, 6) + 1)].Id;
        int? quantity = random.Next(2) == 0 ? null : random.Next(1, 4);
        switch (random.Next(12))
        {
            case >= 8:
                return bench.Venue.Submit(AnyLegs(bench, quantity ?? 1, random)).Granted;
            case 0:
                return bench.Venue.Close(symbol, quantity).Granted;
            case 1:
                return bench.Venue.Cancel(id).Granted;
            case 2:
                return bench.Venue.Replace(id, new OrderChange(quantity, random.Next(1, 30) / 10m, null)).Granted;
            case 3:
                bench.Move(random.Next(1, 100) / 10d);
                return false;
            default:
                return bench.Venue.Submit(AnyOrder(symbol, quantity ?? 1, random)).Granted;
        }
    }

    private static MultiLegRequest AnyLegs(VenueBench bench, int quantity, Random random)
    {
        var symbols = Symbols.Where(symbol => symbol != "GOOG").OrderBy(_ => random.Next()).Take(random.Next(2, 5));
        var legs = symbols.Select(symbol => new OrderLeg(symbol, random.Next(1, 3), AnyIntent(bench.Held(symbol), random)));
        decimal? net = random.Next(3) == 0 ? null : random.Next(-30, 31) / 10m;
        return new MultiLegRequest([.. legs], quantity, net is null ? OrderKind.Market : OrderKind.Limit, net);
    }

    // Mostly one that the position allows: the broker would take next to nothing else.
    private static PositionIntent AnyIntent(int held, Random random) => (Math.Sign(held), random.Next(8)) switch
    {
        (_, 0) => (PositionIntent)random.Next(4),
        (1, < 5) => PositionIntent.SellToClose,
        (-1, < 5) => PositionIntent.BuyToClose,
        (1, _) => PositionIntent.BuyToOpen,
        (-1, _) => PositionIntent.SellToOpen,
        (_, < 5) => PositionIntent.BuyToOpen,
        _ => PositionIntent.SellToOpen,
    };

    private static OrderRequest AnyOrder(string symbol, int quantity, Random random)
    {
        var side = random.Next(2) == 0 ? OrderSide.Buy : OrderSide.Sell;
        decimal? limit = random.Next(3) == 0 ? null : (symbol == "GOOG" ? 100m : 0m) + (random.Next(1, 30) / 10m);
        var kind = limit is null ? OrderKind.Market : OrderKind.Limit;
        PositionIntent? intent = random.Next(2) == 0 ? null : (PositionIntent)random.Next(4);
        return new OrderRequest(symbol, quantity, side, kind, limit, null, intent);
    }
}
