using ExitDesk.Domain.Entries;
using ExitDesk.Domain.Entries.Execution;
using ExitDesk.Domain.Orders;
using ExitDesk.Domain.Tests.Samples;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static ExitDesk.Domain.Tests.Entries.Execution.SampleEntries;

namespace ExitDesk.Domain.Tests.Entries.Execution;

/// <summary>What must not go on is cancelled, whatever of it is still to be booked.</summary>
public sealed class EntryCancelFirstTests
{
    private const double Expiry = 1_800;

    private enum Cause
    {
        Halted,
        Expired,
        TimeOver,
        CoverLost,
    }

    private static readonly Gen<Sample> Samples =
        from cause in Gen.Elements(Cause.Halted, Cause.Expired, Cause.TimeOver, Cause.CoverLost)
        from status in Gen.Elements(OrderStatus.New, OrderStatus.Accepted, OrderStatus.PartiallyFilled, OrderStatus.Held, OrderStatus.Unknown)
        from wanted in Gen.Choose(1, 9)
        from filled in Gen.Choose(0, wanted - 1)
        from booked in Gen.Choose(0, filled)
        from seen in Gen.Choose(filled, wanted - 1)
        from second in Gen.Choose(1, 1_700)
        from approved in Gen.Elements(true, false)
        from unlisted in Gen.Elements(true, false)
        select new Sample(cause, status, wanted, filled, booked, seen, second, approved, unlisted);

    [Fact]
    public void WhenItMustNotGoOn_TheFirstStepThatActsIsItsCancel() =>
        Prop.ForAll(Samples.ToArbitrary(), sample => FirstAct(sample) is EntryStep.Cancel).QuickCheckThrowOnFailure();

    /// <summary>The cancel once asked for, what filled is booked while its answer is waited for, and the cancel is asked for again in its time.</summary>
    [Theory]
    [InlineData(0.1, typeof(EntryStep.Book))]
    [InlineData(9.9, typeof(EntryStep.Book))]
    [InlineData(10, typeof(EntryStep.Cancel))]
    public void WhenItsCancelIsUnderWay_WhatFilledIsBooked(double later, Type step)
    {
        var order = Order(OrderStatus.PartiallyFilled, 1);
        var entry = Ordered(OrderStatus.PartiallyFilled, 1) with { CancelsAt = [Noon.AddSeconds(20)] };

        Assert.IsType(step, entry.Next(20 + later, look: Look(20 + later, order), isPermitted: false));
    }

    [Fact]
    public void WhenItMayGoOn_WhatFilledIsBookedAndItsOrderIsLookedAtAgainBeforeItsTimeIsOver()
    {
        var order = Order(OrderStatus.PartiallyFilled, 1);

        var book = Assert.IsType<EntryStep.Book>(Ordered(OrderStatus.PartiallyFilled, 1).Next(1_790, look: Look(1_790, order)));

        Assert.Equal((1m, 1.50m, Noon.AddSeconds(Expiry)), (book.Quantity, book.AveragePrice, book.LookAgainAt));
    }

    [Fact]
    public void WhenItsOrderIsOver_NothingOfItNeedsAnotherLook() =>
        Assert.Null(Assert.IsType<EntryStep.Book>(Ordered(OrderStatus.Filled, 2).Next(Expiry, isPermitted: false)).LookAgainAt);

    [Fact]
    public void WhenTheBrokerCannotBeAsked_ItIsCancelledAllTheSame() =>
        Assert.IsType<EntryStep.Cancel>(Ordered(OrderStatus.PartiallyFilled, 1).Next(5, isPermitted: false));

    private static EntryStep FirstAct(Sample sample)
    {
        var wanted = (sample.Cause == Cause.CoverLost ? SampleRecommendations.SellCall : SampleRecommendations.BuyCall) with { Quantity = sample.Wanted };
        var second = sample.Cause == Cause.Expired ? Expiry + sample.Second : sample.Second;
        var entry = Ordered(sample.Status, sample.Filled, sample.Booked, wanted) with
        {
            ApprovedAt = sample.IsApproved ? Noon : null,
            UnlistedSince = sample.IsUnlisted ? Noon : null,
        };
        var limits = Limits(window: sample.Cause == Cause.TimeOver ? new EntryWindow(SampleSession.OpenAt, Noon.AddSeconds(second)) : null);
        var seen = new EntryObservations(sample.Cause != Cause.Halted);
        var moment = SampleSession.Later(second);
        var step = EntryProtocol.Next(entry, seen, moment, limits);
        if (step is not EntryStep.Look)
        {
            return step;
        }

        var look = Look(second, Order(sample.Status, sample.Seen, wanted)) with { FreeShares = sample.Cause == Cause.CoverLost ? 0 : null };
        return EntryProtocol.Next(EntryObservation.Observe(entry, look), seen with { Look = look }, moment, limits);
    }

    private sealed record Sample(Cause Cause, OrderStatus Status, int Wanted, int Filled, int Booked, int Seen, int Second, bool IsApproved, bool IsUnlisted);
}
