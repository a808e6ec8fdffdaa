using ExitDesk.Domain.Closing;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Reconciling;
using ExitDesk.Domain.Tests.Samples;
using Xunit;
using static ExitDesk.Domain.Tests.Samples.SampleClosings;

namespace ExitDesk.Domain.Tests.Reconciling;

public sealed class UnknownOrdersTests
{
    private static readonly PositionClosing Closing = NewClosing().With(Attempt(AttemptOutcome.Unknown) with { ClientOrderId = "xd-a-1" }) with
    {
        Displaced = [new DisplacedOrder(Order(OrderStatus.Canceled), Noon) { Return = Attempt(AttemptOutcome.Accepted) with { ClientOrderId = "xd-a-1-back1" } }],
    };

    private static Order Open(string clientOrderId, OrderStatus status = OrderStatus.New) => Order(status) with { ClientOrderId = clientOrderId };

    [Theory]
    [InlineData("xd-a-1", OrderStatus.New, false)]
    [InlineData("xd-a-1-back1", OrderStatus.New, false)]
    [InlineData("xd-a-2", OrderStatus.New, true)]
    [InlineData("xd-b-1", OrderStatus.PartiallyFilled, true)]
    [InlineData("xd-b-1", OrderStatus.PendingCancel, true)]
    [InlineData("xd-b-1", OrderStatus.Canceled, false)]
    [InlineData("owner-1", OrderStatus.New, false)]
    [InlineData("XD-b-1", OrderStatus.New, false)]
    public void WhenAnOrderWorksUnderOurName_ItIsUnknownUnlessAClosingSentIt(string id, OrderStatus status, bool unknown) =>
        Assert.Equal(unknown, UnknownOrders.Of([Open(id, status)], [Closing], "a").Count == 1);

    [Theory]
    [InlineData("xd-a-20151223-p.1-back1", false)]
    [InlineData("xd-b-20151223-p.1-back1", true)] // A ledger that was lost put it back.
    [InlineData("xd-ab-20151223-p.1-back1", true)]
    [InlineData("xd-a-20151223-p.1-1", true)]
    public void WhenItsClosingIsNoLongerKept_WhatThisLedgerPutBackIsKnown(string id, bool unknown) =>
        Assert.Equal(unknown, UnknownOrders.Of([Open(id)], [], "a").Count == 1);

    [Fact]
    public void WhenTheLedgerIsEmpty_AllOfOursAreUnknown() =>
        Assert.Equal(["xd-a-1", "xd-a-2"], UnknownOrders.Of([Open("xd-a-1"), Open("owner"), Open("xd-a-2")], [], "a").Select(order => order.ClientOrderId));
}
