using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Orders;

public sealed class OrderStatusesTests
{
    private static readonly OrderStatus[] Final =
    [
        OrderStatus.Filled, OrderStatus.Canceled, OrderStatus.Expired, OrderStatus.Replaced, OrderStatus.Rejected, OrderStatus.DoneForDay,
    ];

    [Fact]
    public void WhenNothingMoreCanHappen_AStatusIsFinalAndNoOtherIs() =>
        Assert.Equal(Final.Order(), Enum.GetValues<OrderStatus>().Where(status => status.IsFinal()).Order());

    [Fact]
    public void WhenAnOrderWorks_WhatIsNotFilledRemains()
    {
        var order = SampleClosings.Order(OrderStatus.PartiallyFilled, 4);

        Assert.Equal((true, 6m), (order.IsWorking, order.RemainingQuantity));
    }

    [Fact]
    public void WhenAnOrderIsFinal_NothingRemains() =>
        Assert.Equal(0, SampleClosings.Order(OrderStatus.Canceled, 4).RemainingQuantity);

    [Theory]
    [InlineData(OrderStatus.Unknown)]
    [InlineData(OrderStatus.PendingCancel)]
    public void WhenAnOrderIsFilledToTheLast_ItIsDoneWhateverItsStatus(OrderStatus status) =>
        Assert.False(SampleClosings.Order(status, 10).IsWorking);

    [Fact]
    public void WhenTheQuantityIsNotTold_TheStatusDecides() =>
        Assert.True(SampleClosings.Order(OrderStatus.New, quantity: 0).IsWorking);
}
