using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;
using Xunit;
using OrderLeg = ExitDesk.Domain.Orders.OrderLeg;
using OrderSide = ExitDesk.Domain.Orders.OrderSide;
using OrderStatus = ExitDesk.Domain.Orders.OrderStatus;
using PositionIntent = ExitDesk.Domain.Orders.PositionIntent;

namespace ExitDesk.Simulation.Tests.Contracts;

/// <summary>What a venue does, whatever the way to it: in memory, or over HTTP through the real adapter.</summary>
public abstract class VenueContractTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly VenueBench _bench = new();

    private IBroker Broker => _bench.Broker;

    public Task InitializeAsync() => ConnectAsync(_bench);

    public abstract Task DisposeAsync();

    [Fact]
    public async Task WhenPositionsAreRead_AllComeSigned()
    {
        var positions = Value(await Broker.GetPositionsAsync(None));
        Assert.Equal(
            [(VenueBench.Call, 5m, 4m), (VenueBench.FarCall, -5m, 2m), (VenueBench.Put, 3m, 3m)],
            positions.OrderBy(position => position.Symbol, StringComparer.Ordinal).Select(position => (position.Symbol, position.Quantity, position.AverageEntryPrice)));
        Assert.All(positions, position => Assert.Equal("us_option", position.AssetClass));
        Assert.Equal(-5, Value(await Broker.GetHoldingAsync(VenueBench.FarCall, None)).Quantity);
    }

    [Fact]
    public async Task WhenAPositionIsClosed_TheOrderFillsAndTheHistoryTellsIt()
    {
        var accepted = Accepted(await Broker.ClosePositionAsync(VenueBench.Put, 2, None));
        Assert.Equal((VenueBench.Put, OrderSide.Sell, 2m, OrderType.Market), (accepted.Symbol, accepted.Side, accepted.Quantity, accepted.Type));
        Assert.True(accepted.IsWorking);

        _bench.Pass();
        var order = Value(await Broker.GetOrderAsync(accepted.Id, None));
        Assert.Equal((OrderStatus.Filled, 2m, (decimal?)_bench.QuoteOf(VenueBench.Put).Bid), (order.Status, order.FilledQuantity, order.FilledAveragePrice));
        Assert.Equal(1, Value(await Broker.GetHoldingAsync(VenueBench.Put, None)).Quantity);
        var fill = Assert.Single(Value(await Broker.GetFillsAsync(accepted.CreatedAt, None)));
        Assert.Equal((order.Id, VenueBench.Put, OrderSide.Sell, 2m, order.FilledAveragePrice), (fill.OrderId, fill.Symbol, fill.Side, fill.Quantity, fill.Price));
        var activity = Assert.Single(Value(await Broker.GetActivitiesAsync(accepted.CreatedAt, None)), activity => activity.At >= accepted.CreatedAt);
        Assert.Equal((fill.Id, -2m, order.Id), (activity.Id, activity.Quantity, activity.OrderId));
    }

    [Fact]
    public async Task WhenMoreIsClosedThanHeld_ItIsRefused()
    {
        var refused = Assert.IsType<SubmitOutcome.Refused>(await Broker.ClosePositionAsync(VenueBench.Put, 4, None));
        Assert.Equal((403, 40310000), (refused.HttpStatus, refused.Code!.Value));
    }

    [Fact]
    public async Task WhenNothingIsHeld_ACloseIsRefusedAndTheHoldingIsZero()
    {
        Accepted(await Broker.ClosePositionAsync(VenueBench.Put, 3, None));
        _bench.Pass();
        Assert.Equal(0, Value(await Broker.GetHoldingAsync(VenueBench.Put, None)).Quantity);
        var refused = Assert.IsType<SubmitOutcome.Refused>(await Broker.ClosePositionAsync(VenueBench.Put, 1, None));
        Assert.Equal((404, 40410000), (refused.HttpStatus, refused.Code!.Value));
    }

    [Fact]
    public async Task WhenALimitOrderRests_ItIsFoundEverywhereUntilItIsCancelled()
    {
        var order = Accepted(await Broker.SubmitOrderAsync(Sell("rest", 99), None));
        Assert.Equal(("rest", 99m, PositionIntent.SellToClose, "simple"), (order.ClientOrderId, order.LimitPrice!.Value, order.Intent!.Value, order.OrderClass));
        Assert.Equal(order.Id, Value(await Broker.GetOrderByClientIdAsync("rest", None)).Order!.Id);
        Assert.Null(Value(await Broker.GetOrderByClientIdAsync("other", None)).Order);
        Assert.Equal(order.Id, Assert.Single(Value(await Broker.GetOpenOrdersAsync(None))).Id);
        Assert.Equal(order.Id, Assert.Single(Value(await Broker.GetOrdersAsync(VenueBench.Put, order.CreatedAt, None))).Id);

        Assert.Equal(CancelOutcome.Requested, await Broker.CancelOrderAsync(order.Id, None));
        Assert.Equal(OrderStatus.PendingCancel, Value(await Broker.GetOrderAsync(order.Id, None)).Status);
        _bench.Pass();
        Assert.Equal(OrderStatus.Canceled, Value(await Broker.GetOrderAsync(order.Id, None)).Status);
        Assert.Empty(Value(await Broker.GetOpenOrdersAsync(None)));
        Assert.Equal(CancelOutcome.NotCancelable, await Broker.CancelOrderAsync(order.Id, None));
        Assert.Equal(order.Id, Assert.Single(Value(await Broker.GetOrdersSinceAsync(order.CreatedAt, None))).Id);
    }

    [Fact]
    public async Task WhenAnIdIsUsedTwice_TheSecondIsRefused()
    {
        Accepted(await Broker.SubmitOrderAsync(Sell("once", 99), None));
        var refused = Assert.IsType<SubmitOutcome.Refused>(await Broker.SubmitOrderAsync(Sell("once", 98), None));
        Assert.Equal((422, 40010001), (refused.HttpStatus, refused.Code!.Value));
    }

    [Fact]
    public async Task WhenARestingOrderHoldsTheQuantity_ACloseIsRefused()
    {
        Accepted(await Broker.SubmitOrderAsync(Sell("rest", 99), None));
        var refused = Assert.IsType<SubmitOutcome.Refused>(await Broker.ClosePositionAsync(VenueBench.Put, 1, None));
        Assert.Equal((403, 40310000), (refused.HttpStatus, refused.Code!.Value));
    }

    [Fact]
    public async Task WhenSeveralLegsAreClosed_TheyFillAsOneAndEachIsListed()
    {
        var net = _bench.QuoteOf(VenueBench.FarCall).Ask!.Value - _bench.QuoteOf(VenueBench.Call).Bid!.Value;
        var order = Accepted(await Broker.SubmitOrderAsync(Spread(net), None));
        Assert.Equal(("", "mleg", 2, OrderSide.Sell), (order.Symbol, order.OrderClass, order.Legs.Count, order.Side));
        var apart = Assert.Single(Value(await Broker.GetOrdersAsync(VenueBench.FarCall, order.CreatedAt, None)));
        Assert.Equal((order.Id, order.ClientOrderId, OrderSide.Buy, 2m), (apart.Id, apart.ClientOrderId, apart.Side, apart.Quantity));

        _bench.Pass();
        var filled = Value(await Broker.GetOrderAsync(order.Id, None));
        Assert.Equal((OrderStatus.Filled, 2m, (decimal?)net), (filled.Status, filled.FilledQuantity, filled.FilledAveragePrice));
        Assert.All(filled.Legs, leg => Assert.Equal(2, leg.FilledQuantity));
        var fills = Value(await Broker.GetFillsAsync(order.CreatedAt, None));
        Assert.Equal(filled.Legs.Select(leg => leg.Id).Order(StringComparer.Ordinal), fills.Select(fill => fill.OrderId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhenTheIntentDoesNotFit_TheOrderIsRefused()
    {
        var ticket = new OrderTicket("odd", [OrderLeg.Of(VenueBench.Put, PositionIntent.BuyToClose)], 1, 1m);
        var refused = Assert.IsType<SubmitOutcome.Refused>(await Broker.SubmitOrderAsync(ticket, None));
        Assert.Equal((422, 42210000), (refused.HttpStatus, refused.Code!.Value));
    }

    [Fact]
    public async Task WhenTheDayIsOver_AMarketOrderIsRefused()
    {
        _bench.Clock.AdvanceTo(_bench.Market.Days[0].Close.AddMinutes(5));
        var refused = Assert.IsType<SubmitOutcome.Refused>(await Broker.ClosePositionAsync(VenueBench.Put, 1, None));
        Assert.Equal((422, 42210000), (refused.HttpStatus, refused.Code!.Value));
        var clock = Value(await _bench.Data.GetClockAsync(None));
        Assert.Equal((false, _bench.Market.Days[1].Open), (clock.IsOpen, clock.NextOpen));
    }

    [Fact]
    public async Task WhenAContractIsNotToBeExercised_TheVenueKnowsIt()
    {
        Assert.IsType<InstructionOutcome.Accepted>(await Broker.DoNotExerciseAsync(VenueBench.Put, None));
        Assert.True(_bench.Venue.Position(VenueBench.Put)!.Position.DoNotExercise);
        Assert.IsType<InstructionOutcome.Refused>(await Broker.DoNotExerciseAsync(VenueBench.FarCall, None));
    }

    [Fact]
    public async Task WhenQuotesAreRead_TheyAreTheMarkets()
    {
        var quote = Value(await _bench.Data.GetOptionQuotesAsync([VenueBench.Call, "GOOG261218C00999000"], None));
        var expected = _bench.QuoteOf(VenueBench.Call);
        Assert.Equal((expected.Bid, expected.Ask, expected.At), (quote[VenueBench.Call].Bid, quote[VenueBench.Call].Ask, quote[VenueBench.Call].At));
        Assert.Single(quote);
        var snapshot = Value(await _bench.Data.GetOptionSnapshotsAsync([VenueBench.Call], None))[VenueBench.Call];
        Assert.Equal((expected.Bid, 0.35m), (snapshot.Quote!.Bid, snapshot.ImpliedVolatility!.Value));
        var stock = Value(await _bench.Data.GetStockPricesAsync(["GOOG"], None))["GOOG"];
        Assert.Equal((150m, 149.98m), (stock.LastTrade!.Value, stock.Quote!.Bid!.Value));
    }

    [Fact]
    public async Task WhenClockAndCalendarAreRead_TheyAreTheVenues()
    {
        var clock = Value(await _bench.Data.GetClockAsync(None));
        Assert.Equal((_bench.Clock.Now, true, _bench.Market.Days[0].Close), (clock.Now, clock.IsOpen, clock.NextClose));
        var days = Value(await _bench.Data.GetCalendarAsync(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27), None));
        var early = Assert.Single(days);
        Assert.Equal(new DateOnly(2026, 11, 27), early.Date);
        Assert.Equal(TimeSpan.FromHours(3.5), early.CloseAt - early.OpenAt);
    }

    [Fact]
    public async Task WhenContractsAreRead_KnownOnesAreToldAndUnknownOnesFailAlone()
    {
        var contracts = await _bench.Data.GetContractsAsync([VenueBench.Call, "GOOG261218C00999000"], None);
        Assert.Equal((100, "GOOG", false), (Value(contracts[VenueBench.Call]).Multiplier, Value(contracts[VenueBench.Call]).Underlying, Value(contracts[VenueBench.Call]).IsAdjusted));
        Assert.False(contracts["GOOG261218C00999000"].Succeeded);
        Assert.Equal("PA3SIMULATED", Value(await _bench.Data.GetAccountAsync(None)).Number);
    }

    /// <summary>Sets the bench's ports.</summary>
    private protected abstract Task ConnectAsync(VenueBench bench);

    private static OrderTicket Sell(string id, decimal limit) => new(id, [OrderLeg.Of(VenueBench.Put, PositionIntent.SellToClose)], 3, limit);

    private static OrderTicket Spread(decimal net) => new(
        "spread", [OrderLeg.Of(VenueBench.Call, PositionIntent.SellToClose), OrderLeg.Of(VenueBench.FarCall, PositionIntent.BuyToClose)], 2, net);

    private static T Value<T>(BrokerRead<T> read)
        where T : class
    {
        Assert.True(read.Succeeded, read.Failure);
        return read.Value;
    }

    private static Order Accepted(SubmitOutcome outcome) => Assert.IsType<SubmitOutcome.Accepted>(outcome).Order;
}
