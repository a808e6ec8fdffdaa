using ExitDesk.Simulator.Queue;
using Xunit;

namespace ExitDesk.Simulator.Tests.Queue;

public sealed class MessageLockTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan Lock = new QueueRules().LockDuration;

    [Fact]
    public async Task WhenOneTickIsLeft_TheLockHolds()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        var delivery = await day.RequireAsync();

        day.At(Lock - Tick);

        Assert.Equal(QueueDay.Open + Lock, delivery.LockedUntil);
        Assert.Null(await day.TakeAsync());
        Assert.True(day.Queue.Complete(delivery.LockToken));
    }

    [Fact]
    public async Task WhenItsInstantComes_TheLockIsGoneAndTheMessageComesAgain()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        var first = await day.RequireAsync();

        day.At(Lock);

        Assert.False(day.Queue.Complete(first.LockToken));
        Assert.Null(day.Queue.Renew(first.LockToken));
        var second = await day.RequireAsync();
        Assert.Equal(2, second.DeliveryCount);
        Assert.NotEqual(first.LockToken, second.LockToken);
        Assert.Equal(1, day.Counters.LocksExpired);
    }

    [Fact]
    public async Task WhenRenewed_TheLockLastsAFullDurationFromThen()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        var delivery = await day.RequireAsync();
        day.At(Lock / 2);

        var until = day.Queue.Renew(delivery.LockToken);

        Assert.Equal(QueueDay.Open + (Lock * 1.5), until);
        day.At((Lock * 1.5) - Tick);
        Assert.Null(await day.TakeAsync());
        day.At(Lock * 1.5);
        Assert.NotNull(await day.TakeAsync());
    }

    [Fact]
    public async Task WhenAbandoned_ItComesAgainBeforeLaterOnes()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        day.Queue.Send(QueueDay.Message("b"));
        var first = await day.RequireAsync();

        Assert.True(day.Queue.Abandon(first.LockToken));

        var again = await day.RequireAsync();
        Assert.Equal(("a", 2), (again.Message.MessageId, again.DeliveryCount));
        Assert.False(day.Queue.Abandon(first.LockToken));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("1", true)]
    [InlineData("b", false)]
    public async Task WhenSettledUnderAName_ItMustBeTheMessages(string name, bool expected)
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        var delivery = await day.RequireAsync();

        Assert.Equal(expected, day.Queue.Complete(delivery.LockToken, name));
    }

    [Fact]
    public async Task WhenCompletedTwice_TheSecondFindsNothing()
    {
        using var day = new QueueDay();
        day.Queue.Send(QueueDay.Message("a"));
        var delivery = await day.RequireAsync();

        Assert.True(day.Queue.Complete(delivery.LockToken));
        Assert.False(day.Queue.Complete(delivery.LockToken));
        Assert.Equal(1, day.Counters.Completed);
    }
}
