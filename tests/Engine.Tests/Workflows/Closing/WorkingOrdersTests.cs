using System.Reflection;
using ExitDesk.Domain.Orders;
using ExitDesk.Engine.Ports.Broker;
using ExitDesk.Engine.Workflows.Closing;
using Xunit;

namespace ExitDesk.Engine.Tests.Workflows.Closing;

/// <summary>Many closings that look at their orders at the same time cost few calls, and each sees its own order.</summary>
public sealed class WorkingOrdersTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    private readonly BusyBroker _broker;
    private readonly WorkingOrders _working;

    public WorkingOrdersTests()
    {
        var broker = DispatchProxy.Create<IBroker, BusyBroker>();
        _broker = (BusyBroker)(object)broker;
        _working = new WorkingOrders(broker);
    }

    [Fact]
    public async Task WhenOneIsAskedFor_ItIsReadByItsName()
    {
        var read = _working.ReadAsync(Known("a"));
        _broker.Answer();
        Assert.Equal("a", (await read).Value!.Id);
        Assert.Equal(["order a"], _broker.Calls);
    }

    [Fact]
    public async Task WhenManyAreAskedForAtOnce_OneListTellsOfAllOfThem()
    {
        var first = _working.ReadAsync(Known("a"));
        var others = new[] { "b", "c", "d" }.Select(id => _working.ReadAsync(Known(id))).ToList();
        _broker.Answer();
        await first;
        Assert.Equal(["b", "c", "d"], (await Task.WhenAll(others)).Select(read => read.Value!.Id));
        Assert.Equal(["order a", $"since {At.AddSeconds(-5):HH:mm:ss}"], _broker.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhenTheListLacksOneOrFails_ItIsReadByItsName(bool fails)
    {
        _broker.Missing = "c";
        _broker.ListFails = fails;
        var first = _working.ReadAsync(Known("a"));
        var others = new[] { "b", "c" }.Select(id => _working.ReadAsync(Known(id))).ToList();
        _broker.Answer();
        await first;
        Assert.Equal(["b", "c"], (await Task.WhenAll(others)).Select(read => read.Value!.Id));
        Assert.Equal(fails ? ["order b", "order c"] : ["order c"], _broker.Calls.Skip(2));
    }

    private static Order Known(string id) =>
        new(id, "client-" + id, "XYZ270115C00100000", OrderSide.Sell, 1, 0, null, OrderStatus.New, "new", At, null);

    /// <summary>A broker that answers its first call only when it is told to, and any other at once.</summary>
    public class BusyBroker : DispatchProxy
    {
        private readonly TaskCompletionSource _first = new();

        public List<string> Calls { get; } = [];

        public string? Missing { get; set; }

        public bool ListFails { get; set; }

        public void Answer() => _first.SetResult();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IBrokerReads.GetOrderAsync) => OrderAsync((string)args![0]!),
            nameof(IBrokerReads.GetOrdersSinceAsync) => ListAsync((DateTimeOffset)args![0]!),
            var other => throw new InvalidOperationException(other),
        };

        private async Task<BrokerRead<Order>> OrderAsync(string id)
        {
            Calls.Add($"order {id}");
            await (Calls.Count == 1 ? _first.Task : Task.CompletedTask);
            return BrokerRead<Order>.Of(Known(id) with { FilledQuantity = 1 });
        }

        private Task<BrokerRead<IReadOnlyList<Order>>> ListAsync(DateTimeOffset since)
        {
            Calls.Add($"since {since:HH:mm:ss}");
            return Task.FromResult(ListFails
                ? BrokerRead<IReadOnlyList<Order>>.Failed("orders: 500")
                : BrokerRead<IReadOnlyList<Order>>.Of([.. new[] { "a", "b", "c", "d" }.Where(id => id != Missing).Select(Known)]));
        }
    }
}
